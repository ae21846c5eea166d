using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>What a payment must bring.</summary>
internal sealed record Expected(PaymentOutcome Outcome)
{
    /// <summary>The gateway cannot do it, says so, and sends nothing.</summary>
    public static Expected NotSupported { get; } = new(PaymentOutcome.Rejected) { IsRefusedBeforeSending = true };

    public bool IsRefusedBeforeSending { get; init; }

    /// <summary>What the refusal must contain.</summary>
    public IReadOnlyList<string> RefusalTells { get; init; } = [];

    public string? Code { get; init; }

    public PaymentReason? Reason { get; init; }

    public PaymentOperation? PerformedAs { get; init; }

    public Money? Approved { get; init; }

    public CommercialDataLevel? SentLevel { get; init; }

    /// <summary>The level that the provider must report; none when it must not report any. Looked at beside a sent level.</summary>
    public CommercialDataLevel? ReportedLevel { get; init; }

    public string? Gateway { get; init; }

    /// <summary>The request is refused before anything is sent, and the message says why.</summary>
    public static Expected Refused(params string[] tells) => NotSupported with { RefusalTells = tells };

    public string Complain(PaymentRequestException exception) =>
        !IsRefusedBeforeSending ? exception.Message
        : RefusalTells.FirstOrDefault(text => !exception.Message.Contains(text, StringComparison.Ordinal))
            is { } missing
            ? $"the message does not tell '{missing}': {exception.Message}"
        : "";

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
        Compare("sent level", SentLevel, result.CommercialData.SentLevel);
        if (SentLevel is not null && result.CommercialData.ReportedLevel != ReportedLevel)
        {
            complaints.Add($"reported level is {result.CommercialData.ReportedLevel}, expected {ReportedLevel}");
        }

        Compare("gateway", Gateway, result.Gateway);
        // A form that waits for the customer is no transaction yet.
        if (
            result.MoneyMayHaveMoved
            && result.Outcome != PaymentOutcome.Unknown
            && result is { Transaction: null, NextAction: null }
        )
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
