using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Several hosts on one schema make the same decisions as one.</summary>
public sealed class PostgreSqlHostsTests
{
    private readonly string _schema = PostgreSqlJournals.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Regardless of the default isolation level of the database.
    [Theory]
    [InlineData("read committed")]
    [InlineData("repeatable read")]
    [InlineData("serializable")]
    public async Task Four_hosts_begin_one_charge_of_each_order_and_none_of_them_fails(string isolation)
    {
        var hosts = await OpenAsync(
            4,
            settings: $";Options=-c default_transaction_isolation={isolation.Replace(" ", "\\ ", StringComparison.Ordinal)}"
        );
        var calls =
            from order in Enumerable.Range(0, 40)
            from host in Enumerable.Range(0, 4)
            select hosts[host].BeginAsync(Some.Sale($"key-{order}-{host}", $"order-{order}"), Token);

        var decisions = await Task.WhenAll(calls);

        Assert.DoesNotContain(decisions, decision => decision.Kind == JournalDecisionKind.NotRecorded);
        Assert.Equal(40, decisions.Count(decision => decision.IsStarted));
        Assert.All(
            decisions.Where(decision => decision.IsStarted).GroupBy(decision => decision.Entry!.Intent.OrderReference),
            one => Assert.Single(one)
        );
        await CloseAsync(hosts);
    }

    [Fact]
    public async Task Hosts_that_need_the_same_things_in_other_orders_do_not_wait_for_each_other_for_ever()
    {
        var hosts = await OpenAsync(4);
        var guards = Enumerable.Range(0, 6).Select(number => new PaymentGuard { Name = $"card-{number}" }).ToList();
        var backwards = guards.AsEnumerable().Reverse().ToList();
        var calls = Enumerable
            .Range(0, 120)
            .Select(number =>
                hosts[number % 4]
                    .BeginAsync(
                        Some.Sale($"key-{number}", $"order-{number}") with
                        {
                            Guards = [.. (number % 2 == 0 ? guards : backwards)],
                        },
                        Token
                    )
            );

        var decisions = await Task.WhenAll(calls);

        Assert.All(decisions, decision => Assert.True(decision.IsStarted, decision.ToString()));
        // Each one waits for all earlier ones, on every host.
        Assert.Single(decisions, decision => decision.Turn!.IsHeld);
        await CloseAsync(hosts);
    }

    [Fact]
    public async Task Refunds_of_a_capture_that_hosts_ask_for_at_once_never_come_to_more_than_it()
    {
        var hosts = await OpenAsync(4);
        var authorize = Some.Authorize("a");
        await hosts[0].PayAsync(authorize, Some.Approved(authorize, "auth"));
        var capture = Some.Capture("c", Some.Transaction("auth"));
        await hosts[0].PayAsync(capture, Some.Approved(capture, "captured"));
        // Half of the calls name the capture, the others its authorization; the common root is found only when the entries are read.
        var calls = Enumerable
            .Range(0, 20)
            .Select(number =>
                hosts[number % 4]
                    .BeginAsync(
                        Some.Refund($"r-{number}", Some.Transaction(number % 2 == 0 ? "captured" : "auth"), amount: 4m),
                        Token
                    )
            );

        var decisions = await Task.WhenAll(calls);

        Assert.Equal(2, decisions.Count(decision => decision.IsStarted));
        Assert.DoesNotContain(decisions, decision => decision.Kind == JournalDecisionKind.NotRecorded);
        await CloseAsync(hosts);
    }

    [Fact]
    public async Task Of_two_that_recover_one_attempt_only_the_one_that_has_it_concludes()
    {
        var clock = new ManualTimeProvider(Some.Now);
        var hosts = await OpenAsync(2, clock);
        var sale = Some.Sale("key-1");
        await hosts[0].BeginAsync(sale, Token);
        clock.Advance(TimeSpan.FromMinutes(5));
        var first = await hosts[0].LeaseAsync(sale.JournalKey, 0, clock.GetUtcNow().AddMinutes(1), Token);

        var denied = await hosts[1].LeaseAsync(sale.JournalKey, 0, clock.GetUtcNow().AddMinutes(1), Token);
        clock.Advance(TimeSpan.FromMinutes(2));
        var second = await hosts[1].LeaseAsync(sale.JournalKey, 0, clock.GetUtcNow().AddMinutes(1), Token);
        var late = await hosts[0].ResolveAsync(Conclusion(sale, first, PaymentOutcome.NotSent, clock), Token);
        var concluded = await hosts[1].ResolveAsync(Conclusion(sale, second, PaymentOutcome.Approved, clock), Token);

        Assert.Equal(
            [JournalWriteStatus.Recorded, JournalWriteStatus.Outdated, JournalWriteStatus.Recorded],
            new[] { first.Status, denied.Status, second.Status }
        );
        Assert.Equal((JournalWriteStatus.Outdated, JournalWriteStatus.Recorded), (late.Status, concluded.Status));
        Assert.Null(concluded.Entry!.LeasedUntil);
        await CloseAsync(hosts);
    }

    private static JournalResolution Conclusion(
        JournalIntent intent,
        JournalWrite lease,
        PaymentOutcome outcome,
        ManualTimeProvider clock
    ) =>
        Some.Resolution(
            intent,
            outcome == PaymentOutcome.Approved ? Some.Approved(intent) : Some.Outcome(intent, outcome)
        ) with
        {
            At = clock.GetUtcNow(),
            LeaseEpoch = lease.Entry!.LeaseEpoch,
        };

    private async Task<List<PostgreSqlPaymentJournal>> OpenAsync(
        int count,
        ManualTimeProvider? clock = null,
        string settings = ""
    )
    {
        var hosts = new List<PostgreSqlPaymentJournal>();
        var options = await PostgreSqlJournals.OptionsAsync(_schema);
        options.ConnectionString += settings;
        for (var i = 0; i < count; i++)
        {
            hosts.Add(
                await PostgreSqlPaymentJournal.OpenAsync(
                    options,
                    source: null,
                    TimeProvider.System,
                    clock ?? new ManualTimeProvider(Some.Now),
                    Token
                )
            );
        }

        return hosts;
    }

    private static async Task CloseAsync(List<PostgreSqlPaymentJournal> hosts)
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
