using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>What a payment must bring.</summary>
internal sealed record Expected(PaymentOutcome Outcome)
{
    public string? Code { get; init; }

    public PaymentReason? Reason { get; init; }

    public PaymentOperation? PerformedAs { get; init; }

    public Money? Approved { get; init; }

    public string Complain(PaymentResult result)
    {
        var complaints = new List<string>();
        Compare("outcome", Outcome, result.Outcome);
        if (Code is not null)
        {
            Compare("code", Code, result.Code?.Value);
        }

        if (Reason is not null)
        {
            Compare("reason", Reason, result.Reason);
        }

        if (PerformedAs is not null)
        {
            Compare("performed as", PerformedAs, result.PerformedAs);
        }

        if (Approved is not null)
        {
            Compare("approved amount", Approved, result.ApprovedAmount);
        }

        if (result.MoneyMayHaveMoved && result.Outcome != PaymentOutcome.Unknown && result.Transaction is null)
        {
            complaints.Add("no transaction");
        }

        return string.Join("; ", complaints);

        void Compare<T>(string what, T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                complaints.Add($"{what} is {actual}, expected {expected} ({result.Message})");
            }
        }
    }
}
