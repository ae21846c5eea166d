namespace PaymentAbstractions.Rebilly;

/// <summary>What to send to the refund operation, or why nothing is sent.</summary>
internal readonly record struct ReversalDecision(Money? Amount, PaymentReason Reason, string? Message)
{
    public static ReversalDecision Send(Money amount) => new(amount, PaymentReason.None, null);

    public static ReversalDecision Refuse(PaymentReason reason, string message) => new(null, reason, message);
}
