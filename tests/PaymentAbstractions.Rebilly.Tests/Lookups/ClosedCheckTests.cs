using System.Text.Json.Nodes;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Corrections, refunds and disputes at Rebilly after a final answer are found by the checks of closed payments.</summary>
public class ClosedCheckTests
{
    [Fact]
    public async Task A_correction_from_approved_to_declined_is_seen_and_holds_the_order()
    {
        await using var fixture = await SoldAsync();
        Show(
            fixture,
            Txn.Sale().With("result", "declined").With("hadDiscrepancy", true).With("revision", 2).WithCode("05")
        );

        var report = await RecoverAsync(fixture);

        var entry = await fixture.EntryAsync("key-1");
        Assert.Equal((1, 1), (report.Checked, report.Changed));
        Assert.True(entry.Observation!.IsDeclined);
        Assert.True(entry.IsApproved);
        Assert.Equal([JournalChange.Outcome, JournalChange.Amount], entry.Revisions[^1].Changes);
    }

    [Fact]
    public async Task A_correction_from_declined_to_approved_is_recorded()
    {
        await using var fixture = await SoldAsync(Txn.Sale().With("result", "declined").WithCode("05"));
        Show(fixture, Txn.Sale().With("hadDiscrepancy", true).With("revision", 2));

        await RecoverAsync(fixture);

        var entry = await fixture.EntryAsync("key-1");
        Assert.Equal((true, Some.Amount), (entry.IsApproved, entry.Outcome!.Result.ApprovedAmount));
    }

    [Theory]
    [InlineData("refunded")]
    [InlineData("voided")]
    public async Task A_refund_in_the_dashboard_is_seen(string status)
    {
        await using var fixture = await SoldAsync();
        Show(fixture, Txn.Sale().With("status", status).With("revision", 2));

        await RecoverAsync(fixture);

        Assert.True((await fixture.EntryAsync("key-1")).Observation!.IsReversed);
    }

    [Fact]
    public async Task A_dispute_is_seen()
    {
        await using var fixture = await SoldAsync();
        Show(fixture, Txn.Sale().With("disputeStatus", "response-needed"));

        await RecoverAsync(fixture);

        Assert.Equal(DisputeStatus.ResponseNeeded, (await fixture.EntryAsync("key-1")).DisputeStatus);
    }

    [Fact]
    public async Task A_rate_limit_is_honored()
    {
        await using var fixture = await SoldAsync();
        var retryAt = fixture.Clock.GetUtcNow().AddHours(5);
        fixture.Stub.On(
            "GET transactions/txn_1",
            StubAnswer.Text(
                429,
                "{\"status\":429}",
                "application/json",
                ("X-RateLimit-Retry-After", $"{retryAt.ToUnixTimeSeconds()}")
            )
        );

        var report = await RecoverAsync(fixture);

        Assert.Equal((1, 1), (report.Checked, report.Deferred));
        Assert.Equal(retryAt, (await fixture.EntryAsync("key-1")).NextCheckAt);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("00:00:00", null)]
    public async Task Closed_payments_are_checked_unless_that_is_switched_off(string? mayChangeFor, int? hours)
    {
        await using var fixture = new RebillyFixture(("MayChangeFor", mayChangeFor));
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        var next = (await fixture.EntryAsync("key-1")).NextCheckAt;

        Assert.Equal(hours is { } late ? fixture.Clock.GetUtcNow().AddHours(late) : null, next);
    }

    private static async Task<RebillyFixture> SoldAsync(JsonObject? answer = null)
    {
        var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(answer ?? Txn.Sale()));
        await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);
        return fixture;
    }

    private static void Show(RebillyFixture fixture, JsonObject transaction) =>
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Ok(transaction));

    private static Task<RecoveryReport> RecoverAsync(RebillyFixture fixture)
    {
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        return fixture.RecoverAsync();
    }
}
