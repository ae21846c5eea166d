namespace PaymentAbstractions;

/// <summary>A finding about commercial card data: a rule that the data breaks, or a fact to know about it.</summary>
/// <remarks>
/// Instances are immutable and compare by value. A finding never repeats texts of the order, because one of them may contain a card number
/// by mistake; it gives only their length or the kind of problem.
/// </remarks>
public sealed record CommercialCardFinding
{
    /// <summary>The severity.</summary>
    public required CommercialCardSeverity Severity { get; init; }

    /// <summary>
    /// The path of the property of <see cref="CommercialCardData"/>, for example <c>LineItems[2].NetAmount</c>; <c>CommercialCardData</c>
    /// for the whole object; or <c>Amount</c> for the amount of the payment.
    /// </summary>
    public required string Field { get; init; }

    /// <summary>The rule that is broken.</summary>
    public required CommercialCardRule Rule { get; init; }

    /// <summary>What the rule expects.</summary>
    public required string Expected { get; init; }

    /// <summary>The actual value or state.</summary>
    public required string Actual { get; init; }

    /// <summary>What is wrong and by how much, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The finding as one line.</summary>
    /// <returns>For example <c>Error: LineItems[2].NetAmount must be 80.00, and is 80.01: off by 0.01.</c></returns>
    public override string ToString() => $"{Severity}: {Field} {Message}";
}
