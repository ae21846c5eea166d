namespace PaymentAbstractions.Chaos;

/// <summary>Something that must not be.</summary>
internal sealed record Finding(FindingKind Kind, bool IsRebilly, string Order, string Text)
{
    /// <summary>Whether the shopper paid or is held twice; everything else is money that the books and the provider disagree on.</summary>
    public bool IsTwice => Kind is FindingKind.ChargedTwice or FindingKind.HeldTwice;
}
