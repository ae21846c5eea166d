using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;
using static PaymentAbstractions.ReconciliationStatus;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Every difference between the journal and a provider's list is reported, and none is guessed.</summary>
public sealed partial class ReconciliationTests : IAsyncDisposable
{
    private readonly List<TransactionState> _listed = [];
    private readonly TestPayments _payments;
    private readonly ListSearch _search;
    private SearchCapabilities? _limits = new();
    private int _sales;

    public ReconciliationTests()
    {
        _search = new ListSearch(_listed);
        _payments = new TestPayments(backend: backend =>
        {
            backend.Search = _search;
            backend.Capabilities = TestBackend.Everything with { Search = _limits };
        });
        // Creates the adapter whose references the lists show.
        _ = _payments.Default.Name;
        _payments.Backend.OnFind = (_, request) =>
            _listed.Find(state => state.Transaction.IsSameTransaction(request.Transaction)) is { } state
                ? FindResult.Found(state)
                : FindResult.NotSeen("It is not there.");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _payments.Clock.GetUtcNow();

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    [Fact]
    public async Task Payments_that_both_sides_have_are_matched()
    {
        Show(await SellAsync());
        await DeclineAsync();
        _payments.Clock.Advance(TimeSpan.FromHours(5));
        Show(await SellAsync());

        var lines = await CompareAsync();

        Assert.All(lines, line => Assert.Equal((Matched, null), (line.Status, line.Explanation)));
        Assert.Equal(["order-1", "order-2", "order-3"], lines.Select(line => line.OrderReference.Value));
        Assert.Empty(_payments.Backend.Found);
    }

    [Fact]
    public async Task A_transaction_that_the_journal_does_not_know_is_missing_here()
    {
        Show(await SellAsync());
        var foreign = Shown("foreign", 77m) with { CreatedAt = Now };
        _listed.Add(foreign);

        var line = Assert.Single(await CompareAsync(), one => one.Status == MissingInJournal);

        Assert.Equal((foreign.Transaction, Money.Usd(77m)), (line.Transaction, line.ShownAmount));
        Assert.False(line.IdempotencyKey.IsSpecified);
        Assert.Null(line.JournalAmount);
    }

    [Fact]
    public async Task An_unlisted_payment_is_missing_there_only_when_its_id_is_unknown_too()
    {
        var unlisted = await SellAsync();
        await SellAsync();
        _payments.Backend.OnFind = (_, request) =>
            unlisted.Transaction!.IsSameTransaction(request.Transaction)
                ? FindResult.Found(Shown(unlisted))
                : FindResult.NotSeen("It is not there.");

        var lines = await CompareAsync();

        Assert.Equal([Matched, MissingAtProvider], lines.Select(line => line.Status));
        Assert.Contains("does not list the transaction", lines[0].Explanation, StringComparison.Ordinal);
        Assert.Equal("It is not there.", lines[1].Explanation);
    }

    [Fact]
    public async Task Another_amount_is_reported_with_both_amounts()
    {
        var sale = await SellAsync();
        _listed.Add(Shown(sale) with { ProcessedAmount = Money.Usd(9m), CreatedAt = Now });

        var line = Assert.Single(await CompareAsync());

        Assert.Equal(
            (OtherAmount, sale.ProcessedAmount, Money.Usd(9m)),
            (line.Status, line.JournalAmount, line.ShownAmount)
        );
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined, OtherOutcome)]
    [InlineData(PaymentOutcome.Reversed, OtherOutcome)]
    [InlineData(PaymentOutcome.Unknown, NotVerifiable)]
    [InlineData(PaymentOutcome.Pending, NotVerifiable)]
    public async Task Another_outcome_is_reported(PaymentOutcome shown, ReconciliationStatus expected)
    {
        var sale = await SellAsync();
        _listed.Add(Shown(sale) with { Outcome = shown, CreatedAt = Now });

        var line = Assert.Single(await CompareAsync());

        Assert.Equal((expected, PaymentOutcome.Approved, shown), (line.Status, line.JournalOutcome, line.ShownOutcome));
        Assert.NotNull(line.Explanation);
    }

    [Fact]
    public async Task A_decline_that_took_money_is_reported()
    {
        var declined = await DeclineAsync();
        _listed.Add(Shown(declined) with { CreatedAt = Now });

        Assert.Equal(OtherOutcome, Assert.Single(await CompareAsync()).Status);
    }

    [Fact]
    public async Task A_refund_through_the_journal_is_matched()
    {
        var sale = await SellAsync();
        var refund = await _payments.Default.RefundAsync(
            PaymentRequests.Refund(sale.Transaction!, sale.ApprovedAmount),
            Token
        );
        Assert.True(refund.IsApproved, refund.ToString());
        _listed.Add(Shown(sale) with { Outcome = PaymentOutcome.Reversed, CreatedAt = Now });
        _listed.Add(Shown(refund) with { Type = PaymentOperation.Refund, CreatedAt = Now });

        Assert.All(await CompareAsync(), line => Assert.Equal((Matched, null), (line.Status, line.Explanation)));
    }

    [Fact]
    public async Task Two_transactions_under_one_key_are_reported_with_both_ids()
    {
        var sale = await SellAsync();
        Show(sale);
        var second = Shown("second", 12.50m) with { WireKey = KeyOf(sale)[..20], CreatedAt = Now };
        _listed.Add(second);

        var line = Assert.Single(await CompareAsync());

        Assert.Equal(ChargedTwice, line.Status);
        Assert.Equal([second.Transaction], line.Others);
    }

    [Fact]
    public async Task An_unresolved_payment_is_found_by_its_key_and_never_reported_as_matched()
    {
        var lost = await LoseAsync();
        Show(lost);

        var line = Assert.Single(await CompareAsync());

        Assert.Equal((OtherOutcome, PaymentOutcome.Unknown), (line.Status, line.JournalOutcome));
        Assert.Contains("Recovery", line.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unresolved_payment_that_a_look_up_finds_later_is_not_also_missing_here()
    {
        var lost = await LoseAsync();
        _payments.Clock.Advance(TimeSpan.FromHours(9));
        var late = Shown(lost) with { CreatedAt = Now };
        _listed.Add(late);
        _payments.Backend.OnFind = (_, _) => FindResult.Found(late);

        var line = Assert.Single(await CompareAsync());

        Assert.Equal((OtherOutcome, late.Transaction), (line.Status, line.Transaction));
    }

    [Fact]
    public async Task An_unresolved_payment_that_is_not_found_is_not_verifiable()
    {
        await LoseAsync();
        _payments.Clock.Advance(TimeSpan.FromHours(1));

        var line = Assert.Single(await CompareAsync());

        Assert.Equal((NotVerifiable, "It is not there."), (line.Status, line.Explanation));
    }

    [Fact]
    public async Task An_unsent_payment_has_no_line_unless_the_provider_has_it()
    {
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            call.TryGiveUp();
            return Task.FromResult(PaymentResults.NotSent(call.Request) with { Gateway = adapter.Context.Name });
        };
        var unsent = await _payments.Default.SaleAsync(Sale(), Token);
        Assert.Equal(PaymentOutcome.NotSent, unsent.Outcome);
        Assert.Empty(await CompareAsync());

        _listed.Add(Shown("ghost", 12.50m) with { WireKey = KeyOf(unsent), CreatedAt = Now });
        Assert.Equal(OtherOutcome, Assert.Single(await CompareAsync()).Status);
    }

    [Fact]
    public async Task Other_gateways_other_periods_and_set_ups_are_left_out()
    {
        var earlier = await SellAsync();
        _listed.Add(Shown(earlier) with { CreatedAt = Now });
        _payments.Clock.Advance(TimeSpan.FromHours(3));
        var from = Now;
        await _payments.Gateways.Get("cards_us").SaleAsync(Sale(), Token);
        Assert.True(_payments.Default.TryGet<IPaymentMethodSetup>(out var setup));
        await setup.SetupAsync(PaymentRequests.Setup(), Token);
        Show(await SellAsync());
        _listed.Add(Shown("3ds", 0m) with { Type = PaymentOperation.Setup, CreatedAt = Now });
        _listed.Add(Shown("tomorrow", 5m) with { CreatedAt = Now.AddMinutes(50) });

        var line = Assert.Single(await CompareAsync(from, Now.AddMinutes(1)));

        Assert.Equal((Matched, "order-3"), (line.Status, line.OrderReference.Value));
    }

    [Fact]
    public async Task Of_a_long_period_only_a_window_is_read_ahead()
    {
        for (var hour = 0; hour < 20; hour++)
        {
            Show(await SellAsync());
            _payments.Clock.Advance(TimeSpan.FromHours(1));
        }

        var ahead = 0;
        var compared = 0;
        await foreach (var line in Compare(Now.AddDays(-2), Now.AddDays(1)))
        {
            Assert.Equal(Matched, line.Status);
            compared++;
            ahead = Math.Max(ahead, _search.Read - compared);
        }

        Assert.Equal(20, compared);
        Assert.InRange(ahead, 1, 3);
    }

    [Fact]
    public async Task A_payment_without_a_final_outcome_is_reported_and_never_matched()
    {
        var sale = await SellAsync();
        Show(sale);
        _listed.Add(
            Shown("waiting", 12.50m) with
            {
                Outcome = PaymentOutcome.Pending,
                WireKey = KeyOf(sale),
                CreatedAt = Now,
            }
        );

        var line = Assert.Single(await CompareAsync());

        Assert.Equal((NotVerifiable, "waiting"), (line.Status, Assert.Single(line.Others).TransactionId));
    }

    [Fact]
    public async Task An_unresolved_payment_of_another_period_is_not_missing_in_the_journal()
    {
        var lost = await LoseAsync();
        _payments.Clock.Advance(TimeSpan.FromHours(2));
        _listed.Add(Shown(lost) with { CreatedAt = Now });

        Assert.Empty(await CompareAsync(Now.AddMinutes(-30), Now.AddDays(1)));
    }

    [Fact]
    public async Task An_authorization_that_was_captured_by_hand_is_reported()
    {
        var request = PaymentRequests.Authorize();
        var held = await _payments.Default.AuthorizeAsync(request, Token);
        _listed.Add(Shown(held) with { CreatedAt = Now });

        Assert.Equal(OtherOutcome, Assert.Single(await CompareAsync()).Status);
        _listed[0] = _listed[0] with { Type = PaymentOperation.Authorize };
        Assert.Equal(Matched, Assert.Single(await CompareAsync()).Status);
    }

    [Fact]
    public async Task Two_payments_that_name_one_transaction_are_reported()
    {
        var sale = await SellAsync();
        Show(sale);
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(adapter.Approve(call.Request) with { Transaction = sale.Transaction });
        };
        await SellAsync();

        var lines = await CompareAsync();

        Assert.Equal([Matched, OtherOutcome], lines.Select(line => line.Status));
        Assert.Contains("'key-1'", lines[1].Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recorded_payment_is_no_charge(bool isRecorded)
    {
        var options = isRecorded ? new RecordOptions() : null;
        var sale = await _payments.Default.SaleAsync(
            Sale() with
            {
                ProviderOptions = options is null ? [] : [options],
            },
            Token
        );
        Assert.True(sale.IsApproved, sale.ToString());
        _listed.Add(Shown(sale) with { IsRecordOnly = !isRecorded, CreatedAt = Now });

        Assert.Equal(OtherOutcome, Assert.Single(await CompareAsync()).Status);
        _listed[0] = _listed[0] with { IsRecordOnly = isRecorded };
        Assert.Equal(Matched, Assert.Single(await CompareAsync()).Status);
    }

    [Fact]
    public async Task A_key_of_another_namespace_is_not_looked_for()
    {
        var lost = await LoseAsync();
        _payments.Clock.Advance(TimeSpan.FromHours(1));
        _payments.Backend.OnFind = (_, _) => FindResult.Found(Shown(lost));
        _payments.Configuration.Replace(
            TestPayments.TwoGateways.Replace(
                "\"Default\"",
                "\"KeyNamespace\": \"renamed\", \"Default\"",
                StringComparison.Ordinal
            )
        );

        var line = Assert.Single(await CompareAsync());

        Assert.Equal(NotVerifiable, line.Status);
        Assert.Contains("KeyNamespace", line.Explanation, StringComparison.Ordinal);
    }

    private IPaymentReconciliation Service => _payments.Services.GetRequiredService<IPaymentReconciliation>();

    private SaleRequest Sale(string? customer = null)
    {
        var number = ++_sales;
        var sale = PaymentRequests.Sale(key: $"key-{number}", order: $"order-{number}");
        return customer is null ? sale : sale with { Customer = new Customer { Id = customer } };
    }

    private Task<PaymentResult> SellAsync() => _payments.Default.SaleAsync(Sale(), Token);

    private async Task<PaymentResult> DeclineAsync()
    {
        var usual = _payments.Backend.OnExecute;
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(
                PaymentResults.Declined(call.Request) with
                {
                    Gateway = adapter.Context.Name,
                    Transaction = null,
                }
            );
        };
        var declined = await SellAsync();
        _payments.Backend.OnExecute = usual;
        Assert.Equal(PaymentOutcome.Declined, declined.Outcome);
        return declined;
    }

    private async Task<PaymentResult> LoseAsync()
    {
        var usual = _payments.Backend.OnExecute;
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            call.TryBeginSend();
            return Task.FromResult(PaymentResults.Unknown(call.Request) with { Gateway = adapter.Context.Name });
        };
        var lost = await SellAsync();
        _payments.Backend.OnExecute = usual;
        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        return lost;
    }

    private void Show(PaymentResult result) => _listed.Add(Shown(result) with { CreatedAt = Now });

    private TransactionState Shown(PaymentResult result) =>
        Shown(result.Transaction?.TransactionId ?? $"txn-{result.IdempotencyKey}", 1m) with
        {
            RequestedAmount = result.RequestedAmount,
            ProcessedAmount = result.ProcessedAmount ?? result.RequestedAmount,
            WireKey = KeyOf(result),
        };

    private TransactionState Shown(string id, decimal amount) =>
        new()
        {
            Transaction = _payments.Backend.Adapters[0].Reference(id),
            Type = PaymentOperation.Sale,
            Outcome = PaymentOutcome.Approved,
            RequestedAmount = Money.Usd(amount),
            ProcessedAmount = Money.Usd(amount),
        };

    private static string KeyOf(PaymentResult result) => result.IdempotencyKey.ToWireKey("payments");

    private IAsyncEnumerable<ReconciledPayment> Compare(DateTimeOffset from, DateTimeOffset until) =>
        Service.CompareAsync(
            new ReconciliationPeriod
            {
                Gateway = "cards_eu",
                From = from,
                Until = until,
            },
            Token
        );

    private async Task<List<ReconciledPayment>> CompareAsync(DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var lines = new List<ReconciledPayment>();
        await foreach (var line in Compare(from ?? Now.AddDays(-1), until ?? Now.AddDays(1)))
        {
            lines.Add(line);
        }

        return lines;
    }

    private sealed record RecordOptions : ProviderRequestOptions
    {
        public override bool IsRecordOnly => true;
    }

    private sealed class ListSearch(List<TransactionState> listed) : ITransactionSearch
    {
        public int Read { get; private set; }

        public int BreaksAfter { get; set; } = int.MaxValue;

        public List<TransactionQuery> Queries { get; } = [];

        public async IAsyncEnumerable<TransactionState> SearchAsync(
            TransactionQuery query,
            [EnumeratorCancellation] CancellationToken cancellationToken = default
        )
        {
            Queries.Add(query);
            await Task.CompletedTask;
            foreach (
                var state in listed.Where(one =>
                    (query.From is null || !(one.CreatedAt < query.From))
                    && (query.Until is null || !(one.CreatedAt >= query.Until))
                    && (query.CustomerId is null || one.CustomerId == query.CustomerId)
                )
            )
            {
                if (Read++ == BreaksAfter)
                {
                    throw new PaymentReadException("The next page is missing.", PaymentReason.NoTrustworthyAnswer);
                }

                yield return state;
            }

            if (BreaksAfter < int.MaxValue)
            {
                throw new PaymentReadException("The next page is missing.", PaymentReason.NoTrustworthyAnswer);
            }
        }
    }
}
