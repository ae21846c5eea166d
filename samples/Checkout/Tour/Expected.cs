using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>What a payment must bring.</summary>
internal sealed record Expected(PaymentOutcome Outcome)
{
    /// <summary>The gateway cannot do it, says so, and sends nothing.</summary>
    public static Expected NotSupported { get; } = new(PaymentOutcome.Rejected) { IsRefusedBeforeSending = true };

    public bool IsRefusedBeforeSending { get; init; }

    public string? Code { get; init; }

    public PaymentReason? Reason { get; init; }

    public PaymentOperation? PerformedAs { get; init; }

    public Money? Approved { get; init; }

    public CommercialDataLevel? ReportedLevel { get; init; }

    public string? Gateway { get; init; }

    public string Complain(PaymentResult result)
    {
        var complaints = new List<string>();
        if (IsRefusedBeforeSending)
        {
            return "it was sent, expected was a refusal before sending";
        }

        if (result.Outcome != Outcome)
        {
            complaints.Add($"outcome is {result.Outcome}, expected {Outcome} ({result.Message})");
        }

        Compare("code", Code, result.Code?.Value);
        Compare("reason", Reason, result.Reason);
        Compare("performed as", PerformedAs, result.PerformedAs);
        Compare("approved amount", Approved, result.ApprovedAmount);
        Compare("reported level", ReportedLevel, result.ReportedLevel);
        Compare("gateway", Gateway, result.Gateway);
        if (result.MoneyMayHaveMoved && result.Outcome != PaymentOutcome.Unknown && result.Transaction is null)
        {
            complaints.Add("no transaction");
        }

        return string.Join("; ", complaints);

        void Compare<T>(string what, T? expected, T? actual)
        {
            if (expected is not null && !EqualityComparer<T>.Default.Equals(expected, actual))
            {
                complaints.Add($"{what} is {actual}, expected {expected} ({result.Message})");
            }
        }
    }
}
