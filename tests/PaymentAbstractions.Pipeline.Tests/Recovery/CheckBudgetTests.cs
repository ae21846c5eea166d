using System.Diagnostics.Metrics;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The number of closed payments that are looked up again, and the times at which this happens.</summary>
public sealed class CheckBudgetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_are_looked_up_in_a_minute_than_the_budget_has()
    {
        await using var payments = new CheckedPayments("""{ "MaxChecksPerMinute": 5, "MaxConcurrency": 2 }""");
        await SellAsync(payments, 12);

        var reports = new List<int>();
        payments.Clock.Advance(CheckedPayments.Hour);
        foreach (var seconds in new[] { 0, 0, 30, 30, 30, 60 })
        {
            reports.Add((await payments.RecoverAfterAsync(TimeSpan.FromSeconds(seconds))).Checked);
        }

        Assert.Equal([5, 0, 0, 5, 0, 2], reports);
    }

    [Fact]
    public async Task Unresolved_payments_come_first_and_are_not_limited()
    {
        await using var payments = new CheckedPayments("""{ "MaxChecksPerMinute": 1 }""");
        await SellAsync(payments, 3);
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        for (var i = 0; i < 5; i++)
        {
            await payments.SellAsync($"doubt-{i}");
        }

        var report = await payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal((5, 1), (report.LookedUp, report.Checked));
        Assert.Equal(
            [.. Enumerable.Repeat(true, 5), false],
            payments.Backend.Found.Select(found => found.Request.Attempt is not null)
        );
    }

    [Fact]
    public async Task Each_gateway_has_a_budget_of_its_own()
    {
        await using var payments = new CheckedPayments("""{ "MaxChecksPerMinute": 2 }""");
        await SellAsync(payments, 3);
        foreach (var key in new[] { "us-1", "us-2", "us-3" })
        {
            await payments
                .Current.Gateways.Get("cards_us")
                .SaleAsync(
                    PaymentRequests.Sale() with
                    {
                        IdempotencyKey = new IdempotencyKey(key),
                        OrderReference = new OrderReference(key),
                    },
                    Token
                );
        }

        var report = await payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal(4, report.Checked);
        Assert.Equal(2, payments.Backend.Found.Count(found => found.Gateway == "cards_us"));
    }

    [Fact]
    public async Task A_renamed_gateway_looks_at_the_payments_of_its_former_name()
    {
        await using var payments = new JournaledPayments();
        payments.Backend.MayChangeFor = TimeSpan.FromDays(1);
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Restart(
            """
            {
              "Gateways": {
                "cards_new": { "Provider": "Test", "Environment": "Live", "Account": "eu", "FormerNames": ["cards_eu"] }
              }
            }
            """
        );
        payments.Backend.MayChangeFor = TimeSpan.FromDays(1);

        payments.Clock.Advance(CheckedPayments.Hour);
        var report = await payments.Recovery.RecoverAsync(Token);

        Assert.Equal(1, report.Checked);
        Assert.Equal("cards_new", Assert.Single(payments.Backend.Found).Gateway);
    }

    [Fact]
    public async Task A_reserved_check_that_was_not_used_is_available_again()
    {
        await using var payments = new CheckedPayments("""{ "MaxChecksPerMinute": 3, "MaxConcurrency": 2 }""");
        await SellAsync(payments, 1);
        payments.Clock.Advance(TimeSpan.FromMinutes(30));
        await SellAsync(payments, 4, "later");

        var first = await payments.RecoverAfterAsync(TimeSpan.FromMinutes(30));
        payments.Clock.Advance(TimeSpan.FromMinutes(29));
        var second = await payments.RecoverAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 3), (first.Checked, second.Checked));
    }

    [Fact]
    public async Task Checks_are_counted_by_what_came_of_them()
    {
        await using var payments = new CheckedPayments();
        var counted = new List<(long, string?, string?)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "payments.checks")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) =>
            {
                var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value as string);
                lock (counted)
                {
                    counted.Add((value, all["payment.gateway"], all["payment.check.result"]));
                }
            }
        );
        listener.Start();
        var unique = "counted_" + Guid.NewGuid().ToString("N")[..8];
        PaymentMeter.Checked(unique, isChanged: false, isDeferred: false);
        PaymentMeter.Checked(unique, isChanged: true, isDeferred: false);
        PaymentMeter.Checked(unique, isChanged: false, isDeferred: true);
        await SellAsync(payments, 1);
        await payments.RecoverAfterAsync(CheckedPayments.Hour);

        // Tests run in parallel and share one meter.
        lock (counted)
        {
            Assert.Equal(
                ["unchanged", "changed", "deferred"],
                counted.Where(one => one.Item2 == unique).Select(one => one.Item3)
            );
            Assert.Contains(counted, one => one is (1, "cards_eu", _));
        }
    }

    private static async Task SellAsync(CheckedPayments payments, int count, string name = "sale")
    {
        payments.Show(PaymentOutcome.Approved);
        for (var i = 0; i < count; i++)
        {
            await payments.SellAsync($"{name}-{i}");
        }
    }
}
