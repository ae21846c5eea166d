namespace PaymentAbstractions;

/// <summary>One row of the currency table.</summary>
internal sealed class CurrencyEntry
{
    /// <summary>Three upper-case ASCII letters.</summary>
    public required string Code { get; init; }

    /// <summary>Three digits, with leading zeros.</summary>
    public required string NumericCode { get; init; }

    /// <summary>The number of decimals of the minor unit, 0 to 4; -1 when the code is not money.</summary>
    public required int Exponent { get; init; }

    /// <summary>Whether a payment may be made in it.</summary>
    public required bool IsChargeable { get; init; }

    /// <summary>The English name.</summary>
    public required string Name { get; init; }

    /// <summary>The code of the currency that replaced it; <see langword="null"/> while it is current.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The first day on which new charges in it are refused.</summary>
    public DateOnly? ReplacedOn { get; init; }
}
