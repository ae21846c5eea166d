using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class MetricTests : IDisposable
{
    private readonly CollectedTelemetry _telemetry = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_attempt_is_counted_by_what_it_came_to()
    {
        await using var payments = new JournaledPayments(Configuration());
        await payments.Default.SaleAsync(PaymentRequests.Sale(key: "one"), Token);
        payments.Backend.OnExecute = (_, call) =>
            RepeatTests.Send(
                call,
                PaymentResults.Declined(call.Request, ResponseCode.FromProvider("51", CardBrand.Visa))
            );
        await payments.Default.SaleAsync(Sale("two"), Token);
        await payments.Default.SaleAsync(Sale("two"), Token);

        Assert.Equal(
            ["Sale Approved None 00 None", "Sale Declined DeclinedByIssuer 51 RetryLater"],
            _telemetry
                .Of("payments.outcomes")
                .Select(one =>
                    $"{one["payment.operation"]} {one["payment.outcome"]} {one["payment.reason"]} {one["payment.code"]} {one["payment.code.advice"]}"
                )
        );
    }

    [Fact]
    public async Task A_payment_in_doubt_whose_turn_does_not_come_is_not_counted_again()
    {
        await using var payments = new JournaledPayments(Configuration());
        payments.Backend.Guards = new AttemptGuards { Guards = [new PaymentGuard { Name = "till" }] };
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Clock.Advance(JournaledPayments.LongAfter);
        var turns = 0;
        payments.Journal.Before = step =>
            step == nameof(payments.Journal.GetTurnAsync) && turns++ == 0
                ? throw new IOException()
                : Task.CompletedTask;

        var second = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, 1, 1), (second.Outcome, turns, payments.Backend.Sent));
        Assert.Single(_telemetry.Of("payments.outcomes"));
    }

    [Fact]
    public async Task The_time_of_a_payment_is_measured_in_seconds()
    {
        await using var payments = new JournaledPayments(Configuration());
        payments.Backend.OnExecute = (adapter, call) =>
        {
            payments.Clock.Advance(TimeSpan.FromMilliseconds(1500));
            return RepeatTests.Send(call, adapter.Approve(call.Request));
        };

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var measured = Assert.Single(_telemetry.Of("payments.duration"));
        Assert.Equal(1.5, measured.Value);
        Assert.Equal(("Sale", "Approved"), (measured["payment.operation"], measured["payment.outcome"]));
    }

    [Fact]
    public async Task A_code_that_the_table_does_not_know_is_counted_without_a_sentence_of_the_provider()
    {
        await using var payments = new JournaledPayments(Configuration());
        foreach (var code in new[] { "E-17", "Card of Mrs. Lovelace is blocked" })
        {
            payments.Backend.OnExecute = (_, call) =>
                RepeatTests.Send(
                    call,
                    PaymentResults.Declined(call.Request, ResponseCode.Unmapped) with
                    {
                        Provider = new ProviderDetails { Code = code },
                    }
                );
            await payments.Default.SaleAsync(
                Sale(code.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                Token
            );
        }

        Assert.Equal(
            ["E-17", "other"],
            _telemetry.Of("payments.unmapped_codes").Select(one => one["payment.provider.code"])
        );
    }

    [Fact]
    public async Task Retries_and_the_changes_of_the_circuit_are_counted()
    {
        await using var payments = new ResilientPayments(
            $$"""
            {
              "Resilience": { "MaxRetries": 1, "RetryDelay": "10ms", "FailureRatio": 0.5, "MinThroughput": 2, "BreakDuration": "15s" },
              "Gateways": { "{{_telemetry.Gateway}}": { "Provider": "Test", "Account": "a" } }
            }
            """,
            TestBackend.Everything
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.GiveUp(call);
        var failing = payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        while (!failing.IsCompleted)
        {
            payments.Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        payments.Clock.Advance(TimeSpan.FromSeconds(15));
        payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal("NotSent", Assert.Single(_telemetry.Of("payments.retries"))["payment.outcome"]);
        Assert.Equal(
            ["Open", "HalfOpen", "Closed"],
            _telemetry.Of("payments.circuit.changes").Select(one => one["payment.circuit.state"])
        );
    }

    [Fact]
    public async Task The_state_of_the_circuit_is_one_of_all_states()
    {
        await using var payments = new JournaledPayments(Configuration());
        _ = payments.Current.Gateways;

        _telemetry.Collect();

        Assert.Equal(
            ["Open 0", "HalfOpen 0", "Closed 1", "Disabled 0"],
            _telemetry.Of("payments.circuit.state").Select(one => $"{one["payment.circuit.state"]} {one.Value}")
        );
    }

    [Fact]
    public async Task Look_ups_rounds_and_resolutions_are_counted()
    {
        await using var payments = new JournaledPayments(Configuration());
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Clock.Advance(JournaledPayments.LongAfter);
        await payments.Recovery.RecoverAsync(Token);
        payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        await payments.Recovery.RecoverAsync(Token);

        Assert.Equal(
            ["NotSeen in_doubt", "Found resolved"],
            _telemetry
                .Of("payments.recovery.lookups")
                .Select(one => $"{one["payment.lookup.status"]} {one["payment.lookup.result"]}")
        );
        var resolved = Assert.Single(_telemetry.Of("payments.resolutions"));
        Assert.Equal(("Approved", "Lookup"), (resolved["payment.outcome"], resolved["payment.resolution.source"]));
        Assert.Contains(
            _telemetry.Of("payments.recovery.rounds", ofAnyGateway: true),
            one => one["payment.recovery.is_complete"] == "True"
        );
    }

    [Fact]
    public async Task The_journal_reports_how_long_it_took()
    {
        await using var payments = new JournaledPayments(Configuration());
        payments.Journal.Before = step =>
        {
            payments.Clock.Advance(TimeSpan.FromSeconds(step == nameof(IPaymentJournal.BeginAsync) ? 1234.5 : 0));
            return Task.CompletedTask;
        };

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        // The instrument has no gateway tag, so measurements of other tests are received too.
        Assert.Contains(
            _telemetry.Of("payments.journal.duration", ofAnyGateway: true),
            one => one is { Value: 1234.5 } && one["payment.journal.step"] == "Begin"
        );
    }

    public void Dispose() => _telemetry.Dispose();

    private string Configuration() =>
        $$"""{ "Gateways": { "{{_telemetry.Gateway}}": { "Provider": "Test", "Environment": "Live", "Account": "a" } } }""";

    private static SaleRequest Sale(string key) =>
        PaymentRequests.Sale(key: key) with
        {
            OrderReference = new OrderReference($"order-{key}"),
        };
}
