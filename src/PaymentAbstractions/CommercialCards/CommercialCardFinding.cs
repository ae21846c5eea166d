namespace PaymentAbstractions;

/// <summary>One finding about an order: a rule that the order breaks, or what to know about it.</summary>
/// <remarks>
/// Immutable, compares by value. Texts of the order are never repeated, for a card number may have strayed into one: what
/// is said of them is their length or the kind of mistake.
/// </remarks>
public sealed record CommercialCardFinding
{
    /// <summary>How much it matters.</summary>
    public required CommercialCardSeverity Severity { get; init; }

    /// <summary>
    /// The property of <see cref="CommercialCardData"/> with its path, for example <c>LineItems[2].NetAmount</c>;
    /// <c>CommercialCardData</c> for the whole of it; or <c>Amount</c>, the amount of the payment.
    /// </summary>
    public required string Field { get; init; }

    /// <summary>The rule that it breaks.</summary>
    public required CommercialCardRule Rule { get; init; }

    /// <summary>What the rule expects.</summary>
    public required string Expected { get; init; }

    /// <summary>What is there instead.</summary>
    public required string Actual { get; init; }

    /// <summary>What is wrong and by how much, one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The finding as one line.</summary>
    /// <returns>For example <c>Error: LineItems[2].NetAmount must be 80.00, and is 80.01: off by 0.01.</c></returns>
    public override string ToString() => $"{Severity}: {Field} {Message}";
}
