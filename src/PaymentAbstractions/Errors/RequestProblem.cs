namespace PaymentAbstractions;

/// <summary>One problem of a request, and how to fix it.</summary>
/// <remarks>Instances are immutable and thread-safe. They never contain the offending value when it may be a secret.</remarks>
public sealed record RequestProblem
{
    /// <summary>
    /// The name of the property that is wrong, with its path, for example <c>Amount</c> or <c>BillingAddress.Country</c>.
    /// </summary>
    public required string Field { get; init; }

    /// <summary>What is wrong and how to fix it, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The problem as one line: field, colon, message.</summary>
    /// <returns>For example <c>Amount: must be greater than zero.</c></returns>
    public override string ToString() => $"{Field}: {Message}";
}
