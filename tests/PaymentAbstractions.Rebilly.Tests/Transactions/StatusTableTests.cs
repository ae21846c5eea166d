using FsCheck;
using FsCheck.Fluent;

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

    [Theory]
    [InlineData("completed", "abandoned", PaymentOutcome.Declined, PaymentReason.Abandoned)]
    [InlineData("completed", "approved", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("completed", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("completed", "declined", PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer)]
    [InlineData("completed", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("conn-error", "abandoned", PaymentOutcome.Unknown, PaymentReason.ProviderConnectionError)]
    [InlineData("conn-error", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("conn-error", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("conn-error", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("conn-error", "unknown", PaymentOutcome.Unknown, PaymentReason.ProviderConnectionError)]
    [InlineData("disputed", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("disputed", "approved", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("disputed", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("disputed", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("disputed", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("never-sent", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("never-sent", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("never-sent", "canceled", PaymentOutcome.Unknown, PaymentReason.ProviderNeverSent)]
    [InlineData("never-sent", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("never-sent", "unknown", PaymentOutcome.Unknown, PaymentReason.ProviderNeverSent)]
    [InlineData("offsite", "abandoned", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("offsite", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("offsite", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("offsite", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("offsite", "unknown", PaymentOutcome.Pending, PaymentReason.WaitingForCustomer)]
    [InlineData("partially-refunded", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("partially-refunded", "approved", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("partially-refunded", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("partially-refunded", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("partially-refunded", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("pending", "abandoned", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("pending", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("pending", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("pending", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("pending", "unknown", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("refunded", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("refunded", "approved", PaymentOutcome.Reversed, PaymentReason.AlreadyReversed)]
    [InlineData("refunded", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("refunded", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("refunded", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("sending", "abandoned", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("sending", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("sending", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("sending", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("sending", "unknown", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("suspended", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("suspended", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("suspended", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("suspended", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("suspended", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("timeout", "abandoned", PaymentOutcome.Unknown, PaymentReason.ProviderTimeout)]
    [InlineData("timeout", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("timeout", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("timeout", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("timeout", "unknown", PaymentOutcome.Unknown, PaymentReason.ProviderTimeout)]
    [InlineData("voided", "abandoned", PaymentOutcome.Declined, PaymentReason.Abandoned)]
    [InlineData("voided", "approved", PaymentOutcome.Reversed, PaymentReason.AlreadyReversed)]
    [InlineData("voided", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("voided", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("voided", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-approval", "abandoned", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("waiting-approval", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-approval", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("waiting-approval", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-approval", "unknown", PaymentOutcome.Pending, PaymentReason.WaitingForCustomer)]
    [InlineData("waiting-capture", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-capture", "approved", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("waiting-capture", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("waiting-capture", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-capture", "unknown", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-gateway", "abandoned", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("waiting-gateway", "approved", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-gateway", "canceled", PaymentOutcome.Declined, PaymentReason.Canceled)]
    [InlineData("waiting-gateway", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-gateway", "unknown", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    [InlineData("waiting-refund", "abandoned", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-refund", "approved", PaymentOutcome.Approved, PaymentReason.None)]
    [InlineData("waiting-refund", "canceled", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-refund", "declined", PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus)]
    [InlineData("waiting-refund", "unknown", PaymentOutcome.Pending, PaymentReason.WaitingForProvider)]
    public void Every_documented_pair_has_one_meaning(
        string status,
        string result,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        Assert.Equal((outcome, reason), StatusTable.Lookup(status, result));
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
        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus), StatusTable.Lookup(status, result));
    }

    [Fact]
    public void Only_the_result_approved_approves_and_never_beside_an_unfinished_status()
    {
        var approving =
            from status in Statuses
            from result in Results
            where StatusTable.Lookup(status, result).Outcome == PaymentOutcome.Approved
            select (status, result);

        Assert.Equal(
            ["completed", "disputed", "partially-refunded", "waiting-capture", "waiting-refund"],
            approving.Where(pair => pair.result == "approved").Select(pair => pair.status)
        );
        Assert.DoesNotContain(approving, pair => pair.result != "approved");
    }

    [Fact]
    public void No_pair_of_arbitrary_words_is_approved_or_declined_unless_documented()
    {
        Prop.ForAll<string, string>(
                (status, result) =>
                    (Statuses.Contains(status) && Results.Contains(result))
                    || StatusTable.Lookup(status, result).Outcome == PaymentOutcome.Unknown
            )
            .QuickCheckThrowOnFailure();
    }
}
