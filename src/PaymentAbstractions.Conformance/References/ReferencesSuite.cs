using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>A reference is durable text, and good for nothing but the account that made it.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class ReferencesSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>Captures, voids, refunds and look-ups take a reference that was text in between.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public async Task A_reference_works_after_a_round_trip_through_its_text(PaymentOperation operation)
    {
        if (!Capabilities.Supports(operation) || await PrepareAsync(operation) is not { } request)
        {
            return;
        }

        var reference = ReferenceOf(request);
        var read = TransactionReference.Parse(reference.ToString());

        Assert.Equal(reference, read);
        Assert.Equal(Gateway.Name, read.Gateway);
        await FindAsync(read);
        await ApproveAsync(With(request, read));
    }

    /// <summary>A reference of another gateway is refused before anything is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [InlineData(PaymentOperation.Capture)]
    [InlineData(PaymentOperation.Void)]
    [InlineData(PaymentOperation.Refund)]
    public async Task A_reference_of_another_gateway_or_account_is_refused(PaymentOperation operation)
    {
        var other = await Harness.SellAtOtherAccountAsync();
        var own = await SellAsync();
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
            var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(With(request, reference)));
            Assert.NotEmpty(refusal.Problems);
            await Assert.ThrowsAsync<PaymentRequestException>(() =>
                Gateway.FindAsync(FindRequest.For(reference), Token)
            );
        }

        AssertNothingSent(mark);
    }

    /// <summary>A transaction that the provider does not know is not found, which proves nothing more.</summary>
    [Fact]
    public async Task A_reference_to_nothing_is_not_found()
    {
        var own = await SellAsync();
        var nothing = new TransactionReference(Gateway.Name, own.Account, "no-such-transaction");

        var found = await Gateway.FindAsync(FindRequest.For(nothing), Token);

        Assert.Contains(found.Status, new[] { FindStatus.NotSeen, FindStatus.LookupFailed });
    }

    private async Task<TransactionReference> SellAsync()
    {
        var result = await ApproveAsync(await Harness.NewSaleAsync());
        Assert.NotNull(result);
        return result.Transaction!;
    }

    private static TransactionReference ReferenceOf(PaymentRequest request) => request.Original!;

    private static PaymentRequest With(PaymentRequest request, TransactionReference reference) =>
        request switch
        {
            CaptureRequest capture => capture with { Authorization = reference },
            VoidRequest voiding => voiding with { Transaction = reference },
            RefundRequest refund => refund with { Transaction = reference },
            _ => request,
        };
}
