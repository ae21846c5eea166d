namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>An order whose amounts were calculated by hand.</summary>
public sealed class Example
{
    public required string Name { get; init; }

    public required CommercialCardData Data { get; init; }

    /// <summary>The amount of the payment, for example <c>96.60 USD</c>.</summary>
    public required string Amount { get; init; }

    /// <summary>The result of <see cref="CommercialCardTotals"/>; null when the order cannot be added up or has no lines.</summary>
    public string? Totals { get; init; }

    public CommercialDataLevel Level { get; init; } = CommercialDataLevel.LevelIII;

    public CardBrand Brand { get; init; } = CardBrand.Mastercard;

    /// <summary>All findings, one line each: severity, field, rule, expected, actual.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    public override string ToString() => Name;
}
