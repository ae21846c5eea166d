using Xunit;
using static PaymentAbstractions.ReconciliationStatus;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// The journal is compared with the provider's record: matching entries are reported as matched, differences are reported, and nothing is
/// guessed.
/// </summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class ReconciliationSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private static readonly ReconciliationStatus[] Wrong =
    [
        MissingInJournal,
        MissingAtProvider,
        OtherAmount,
        OtherOutcome,
        ChargedTwice,
    ];

    /// <summary>An answered payment is matched, whether it is settled or not.</summary>
    /// <param name="isSettled">Whether the payment is settled.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task What_was_answered_is_matched(bool isSettled) =>
        HoldsAsync(
            "An answered payment is matched, whether it is settled or not.",
            "reconciliation",
            async () =>
            {
                var sale = await Harness.NewSaleAsync();
                var declined = Harness.Declining(await Harness.NewSaleAsync());
                var authorization = await IsRefusedAsUnsupported(PaymentOperation.Authorize)
                    ? null
                    : await Harness.NewAuthorizationAsync();
                await SendAsync(sale);
                await SendAsync(declined);
                if (authorization is not null)
                {
                    await SendAsync(authorization);
                }

                await Harness.WhenIdleAsync(Token);
                if (isSettled)
                {
                    await Harness.SettleAsync();
                }

                var lines = await CompareAsync();

                Assert.Equal(Matched, Of(lines, sale).Status);
                Assert.Equal(sale.Amount, Of(lines, sale).ShownAmount);
                Assert.DoesNotContain(Of(lines, declined).Status, Wrong);
                if (authorization is not null)
                {
                    Assert.DoesNotContain(Of(lines, authorization).Status, Wrong);
                }
            }
        );

    /// <summary>A payment that was given back through the journal is matched on both sides.</summary>
    [Fact]
    public Task What_was_given_back_is_matched() =>
        HoldsAsync(
            "A payment that was given back through the journal is matched on both sides.",
            "reconciliation",
            async () =>
            {
                if (await IsRefusedAsUnsupported(PaymentOperation.Void))
                {
                    return;
                }

                var original = await VoidableAsync();
                var sold = await SendAsync(original);
                var voided = new VoidRequest { IdempotencyKey = KeyBeside(original), Transaction = sold.Transaction! };
                await SendAsync(voided);
                await Harness.WhenIdleAsync(Token);

                var lines = await CompareAsync();

                Assert.DoesNotContain(Of(lines, original).Status, Wrong);
                Assert.DoesNotContain(Of(lines, voided).Status, Wrong);
            }
        );

    /// <summary>An unresolved payment is never matched, and its transaction is not also reported as missing from the journal.</summary>
    [Fact]
    public Task A_doubt_is_never_matched() =>
        HoldsAsync(
            "An unresolved payment is never matched, and its transaction is not also reported as missing from the journal.",
            "reconciliation",
            async () =>
            {
                var sale = await Harness.NewSaleAsync();
                var mark = Now();
                Inject(ConformanceFault.ResetAfterProcessing);
                var lost = await SendAsync(sale);
                var moved = await Since(mark);
                Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);

                var lines = await CompareAsync();

                Assert.True(Of(lines, sale).Status is OtherOutcome or NotVerifiable, $"{Of(lines, sale)}");
                Assert.DoesNotContain(
                    lines,
                    line =>
                        line.Status == MissingInJournal
                        && Harness.CanFind(PaymentOperation.Sale)
                        && moved.Any(one => one.TransactionId == line.Transaction?.TransactionId)
                );
            }
        );

    /// <summary>
    /// A write that arrived twice and charged twice is reported, or a line states that the provider does not list its transactions.
    /// </summary>
    [Fact]
    public Task What_was_charged_twice_is_told() =>
        HoldsAsync(
            "A write that arrived twice and charged twice is reported, or a line states that the provider does not list its transactions.",
            "reconciliation",
            async () =>
            {
                var sale = await Harness.NewSaleAsync();
                var mark = Now();
                await SendAsync(sale);
                await Harness.RepeatLastWriteAsync(Token);
                var moved = await Since(mark);

                var lines = await CompareAsync();

                if (moved.Count < 2)
                {
                    Assert.Equal(Matched, Of(lines, sale).Status);
                    return;
                }

                if (Capabilities.Search is null)
                {
                    // Without a list, the second charge is not visible, and a line states that.
                    Assert.Contains(lines, line => line.Status == NotVerifiable && !line.IdempotencyKey.IsSpecified);
                    return;
                }

                Assert.True(
                    Of(lines, sale).Status == ChargedTwice
                        || moved.Any(one =>
                            lines.Any(line =>
                                line.Status == MissingInJournal && line.Transaction?.TransactionId == one.TransactionId
                            )
                        ),
                    $"{moved.Count} charges, and {Of(lines, sale)}"
                );
            }
        );

    /// <summary>Comparing moves no money, does not count as a payment, and writes nothing to the journal.</summary>
    [Fact]
    public Task Comparing_leaves_no_trace() =>
        HoldsAsync(
            "Comparing moves no money, does not count as a payment, and writes nothing to the journal.",
            "reconciliation",
            async () =>
            {
                await SendAsync(await Harness.NewSaleAsync());
                await Harness.WhenIdleAsync(Token);
                var (mark, journal) = (Now(), JournalOnDisk());

                await CompareAsync();
                await CompareAsync();

                Assert.Empty(await Since(mark));
                Assert.Equal(mark.Writes, Harness.WritesSeen);
                Assert.Equal(journal, JournalOnDisk());
            }
        );

    /// <summary>An incomplete list never causes a transaction to be reported as missing.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task What_cannot_be_read_is_not_told_as_missing(ConformanceFault fault) =>
        HoldsAsync(
            "An incomplete list never causes a transaction to be reported as missing.",
            "reconciliation",
            async () =>
            {
                var sale = await Harness.NewSaleAsync();
                await SendAsync(sale);
                await Harness.WhenIdleAsync(Token);
                for (var exchanges = 0; exchanges < 2; exchanges++)
                {
                    if (!Harness.InjectAfter(exchanges, fault))
                    {
                        throw NotApplicable(fault);
                    }

                    var lines = new List<ReconciledPayment>();
                    try
                    {
                        await CompareAsync(lines);
                    }
                    catch (PaymentReadException failure)
                    {
                        AssertShowsNoSecret(failure);
                    }

                    Harness.ClearFaults();
                    await Harness.WhenIdleAsync(Token);
                    Assert.DoesNotContain(
                        lines,
                        line => IsOf(line, sale) && line.Status is MissingAtProvider or MissingInJournal
                    );
                }
            }
        );

    private static bool IsOf(ReconciledPayment line, PaymentRequest request) =>
        line.IdempotencyKey == request.IdempotencyKey;

    private static ReconciledPayment Of(IEnumerable<ReconciledPayment> lines, PaymentRequest request) =>
        Assert.Single(lines, line => IsOf(line, request));

    private static IdempotencyKey KeyBeside(PaymentRequest request) => new($"{request.IdempotencyKey}-beside");

    private async Task<List<ReconciledPayment>> CompareAsync(List<ReconciledPayment>? lines = null)
    {
        lines ??= [];
        var period = new ReconciliationPeriod
        {
            Gateway = Gateway.Name,
            From = DateTimeOffset.MinValue,
            Until = DateTimeOffset.MaxValue,
        };
        await foreach (var line in Harness.Reconciliation.CompareAsync(period, Token))
        {
            lines.Add(line);
        }

        return lines;
    }
}
