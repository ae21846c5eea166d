using Xunit;
using Xunit.Sdk;

namespace PaymentAbstractions.Conformance;

/// <summary>A reference can be stored as text, and is valid only for the account that created it.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class ReferencesSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>Captures, voids, refunds and look-ups accept a reference that was converted to text and back.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public Task A_reference_works_after_a_round_trip_through_its_text(PaymentOperation operation) =>
        HoldsAsync(
            "Captures, voids, refunds and look-ups accept a reference that was converted to text and back.",
            "references",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                var request = await PrepareAsync(operation);
                var reference = request.Original!;
                var read = TransactionReference.Parse(reference.ToString());

                Assert.Equal(reference, read);
                Assert.Equal(Gateway.Name, read.Gateway);
                await FindAsync(read);
                await ApproveAsync(With(request, read));
            }
        );

    /// <summary>The transaction of a refund or credit is found by its own reference.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Refund)]
    [InlineData(PaymentOperation.Credit)]
    public Task What_was_given_back_is_found_by_its_own_reference(PaymentOperation operation) =>
        HoldsAsync(
            "The transaction of a refund or credit is found by its own reference.",
            "references",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
                {
                    return;
                }

                if (await ApproveAsync(await PrepareAsync(operation)) is { } result)
                {
                    var state = await FindAsync(result.Transaction!);
                    Assert.Equal(PaymentOutcome.Approved, state.Outcome);
                }
            }
        );

    /// <summary>A reference of another gateway is refused before anything is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public Task A_reference_of_another_gateway_or_account_is_refused(PaymentOperation operation) =>
        HoldsAsync(
            "A reference of another gateway is refused before anything is sent.",
            "references",
            async () =>
            {
                var other = await Harness.SellAtOtherAccountAsync();
                var own = await TransactionOfAsync(await Harness.NewSaleAsync());
                Assert.NotEqual(own.Account, other.Account);
                TransactionReference[] foreign =
                [
                    other,
                    new(Gateway.Name, other.Account, own.TransactionId),
                    new("another_gateway", own.Account, own.TransactionId),
                ];
                var request = await AnyRequestAsync(operation);
                var mark = Now();

                foreach (var reference in foreign)
                {
                    var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                        SendAsync(With(request, reference))
                    );
                    Assert.NotEmpty(refusal.Problems);
                    await Assert.ThrowsAsync<PaymentRequestException>(() =>
                        Gateway.FindAsync(FindRequest.For(reference), Token)
                    );
                }

                AssertNothingSent(mark);
            }
        );

    /// <summary>
    /// Renewing a key does not change the identity of the account: its references, journal and transactions remain valid.
    /// </summary>
    [Fact]
    public Task Another_key_of_the_same_account_changes_no_reference() =>
        HoldsAsync(
            "Renewing a key does not change the identity of the account: its references, journal and transactions remain valid.",
            "references",
            async () =>
            {
                var request = await Harness.NewSaleAsync();
                var own = await TransactionOfAsync(request);
                var refund = Capabilities.Supports(PaymentOperation.Refund)
                    ? await PrepareAsync(PaymentOperation.Refund)
                    : null;
                var mark = Now();
                try
                {
                    await Harness.RestartAsync(withWrongCredentials: true);

                    var found = await OwnAsync(() => Gateway.FindAsync(FindRequest.For(own), Token));
                    Assert.NotEqual(FindStatus.ProvenAbsent, found.Status);
                    var repeat = await OwnAsync(() => SendAsync(request));
                    Assert.Equal(PaymentOutcome.Approved, repeat.Outcome);
                    Assert.Equal(own, repeat.Transaction);
                    if (refund is not null)
                    {
                        await OwnAsync(() => SendAsync(refund));
                    }

                    Assert.Empty(await Since(mark));
                }
                finally
                {
                    await Harness.RestartAsync();
                }

                Assert.Equal(PaymentOutcome.Approved, (await FindAsync(own)).Outcome);
                Assert.Equal(own, (await SendAsync(request)).Transaction);
                Assert.Empty(await Since(mark));
            }
        );

    private static async Task<T> OwnAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (PaymentRequestException refusal)
        {
            throw FailException.ForFailure(
                "With another API key of the same account, the gateway refuses its own reference or idempotency key; the account's "
                    + $"fingerprint must not depend on the key. {refusal.Message}"
            );
        }
    }

    /// <summary>A transaction that the provider does not know is not found, which proves nothing else.</summary>
    [Fact]
    public Task A_reference_to_nothing_is_not_found() =>
        HoldsAsync(
            "A transaction that the provider does not know is not found, which proves nothing else.",
            "references",
            async () =>
            {
                var own = await TransactionOfAsync(await Harness.NewSaleAsync());
                var nothing = new TransactionReference(Gateway.Name, own.Account, "no-such-transaction");

                var found = await Gateway.FindAsync(FindRequest.For(nothing), Token);

                Assert.Contains(found.Status, new[] { FindStatus.NotSeen, FindStatus.LookupFailed });
            }
        );

    private static PaymentRequest With(PaymentRequest request, TransactionReference reference) =>
        request switch
        {
            CaptureRequest capture => capture with { Authorization = reference },
            VoidRequest voiding => voiding with { Transaction = reference },
            RefundRequest refund => refund with { Transaction = reference },
            _ => throw new ArgumentException($"{request.GetType().Name} has no original.", nameof(request)),
        };
}
