using FsCheck;
using FsCheck.Fluent;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Tests;

public class StatusTableTests
{
    public static readonly string[] Statuses =
    [
        "completed",
        "conn-error",
        "disputed",
        "never-sent",
        "offsite",
        "partially-refunded",
        "pending",
        "refunded",
        "sending",
        "suspended",
        "timeout",
        "voided",
        "waiting-approval",
        "waiting-capture",
        "waiting-gateway",
        "waiting-refund",
    ];

    public static readonly string[] Results = ["abandoned", "approved", "canceled", "declined", "unknown"];

    /// <summary>The statuses with which money may have moved or may still move, or the outcome is not known yet.</summary>
    private static readonly string[] Doubtful =
    [
        "conn-error",
        "disputed",
        "never-sent",
        "partially-refunded",
        "refunded",
        "sending",
        "suspended",
        "timeout",
        "waiting-refund",
    ];

    [Fact]
    public void Only_a_completed_refusal_and_an_end_before_money_moved_are_a_decline()
    {
        var declining = Pairs(PaymentOutcome.Declined);

        Assert.Equal(["completed"], declining.Where(pair => pair.Result == "declined").Select(pair => pair.Status));
        Assert.All(declining, pair => Assert.Contains(pair.Result, new[] { "declined", "canceled", "abandoned" }));
        Assert.All(declining, pair => Assert.DoesNotContain(pair.Status, Doubtful));
    }

    [Fact]
    public void An_unfinished_transaction_is_pending()
    {
        var pending = Pairs(PaymentOutcome.Pending);

        Assert.Equal(
            ["offsite", "pending", "sending", "waiting-approval", "waiting-gateway", "waiting-refund"],
            pending.Where(pair => pair.Result == "unknown").Select(pair => pair.Status)
        );
        // A late customer may still confirm while the status is open.
        Assert.Equal(
            [
                ("offsite", "abandoned"),
                ("pending", "abandoned"),
                ("sending", "abandoned"),
                ("waiting-approval", "abandoned"),
                ("waiting-gateway", "abandoned"),
            ],
            pending.Where(pair => pair.Result != "unknown")
        );
    }

    [Theory]
    [InlineData("timeout", PaymentReason.ProviderTimeout)]
    [InlineData("conn-error", PaymentReason.ProviderConnectionError)]
    [InlineData("never-sent", PaymentReason.ProviderNeverSent)]
    public void A_broken_exchange_is_unknown_and_says_which(string status, PaymentReason reason)
    {
        Assert.Equal((PaymentOutcome.Unknown, reason), Lookup(status, "unknown"));
        Assert.All(Results, result => Assert.Equal(PaymentOutcome.Unknown, Lookup(status, result).Outcome));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "approved")]
    [InlineData("completed", null)]
    [InlineData("", "approved")]
    [InlineData("completed", "")]
    [InlineData("Completed", "approved")]
    [InlineData("completed", "Approved")]
    [InlineData("COMPLETED", "DECLINED")]
    [InlineData("completed ", "approved")]
    [InlineData("completed", " approved")]
    [InlineData("settled", "approved")]
    [InlineData("completed", "accepted")]
    [InlineData("approved", "completed")]
    [InlineData(null, "declined")]
    [InlineData("waiting_approval", "unknown")]
    public void Anything_else_is_unknown(string? status, string? result)
    {
        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus), Lookup(status, result));
    }

    [Fact]
    public void Only_the_result_approved_approves_and_never_beside_an_unfinished_status()
    {
        var approving = Pairs(PaymentOutcome.Approved).Concat(Pairs(PaymentOutcome.Reversed)).ToList();

        Assert.Equal(
            [
                "completed",
                "disputed",
                "partially-refunded",
                "refunded",
                "voided",
                "waiting-capture",
                // A payment that is about to be refunded is still paid.
                "waiting-refund",
            ],
            approving.Select(pair => pair.Status).Order(StringComparer.Ordinal)
        );
        Assert.All(approving, pair => Assert.Equal("approved", pair.Result));
    }

    [Fact]
    public void No_pair_of_arbitrary_words_is_approved_or_declined_unless_documented()
    {
        Prop.ForAll<string, string>(
                (status, result) =>
                    (Statuses.Contains(status) && Results.Contains(result))
                    || Lookup(status, result).Outcome == PaymentOutcome.Unknown
            )
            .QuickCheckThrowOnFailure();
    }

    private static List<(string Status, string Result)> Pairs(PaymentOutcome outcome) =>
        [
            .. from status in Statuses
            from result in Results
            where Lookup(status, result).Outcome == outcome
            select (status, result),
        ];

    private static (PaymentOutcome Outcome, PaymentReason Reason) Lookup(string? status, string? result) =>
        TransactionEvidence.Meaning(StatusTable.Lookup(status, result));
}
