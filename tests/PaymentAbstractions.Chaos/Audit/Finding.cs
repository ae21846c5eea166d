namespace PaymentAbstractions.Chaos;

/// <summary>A violation that the audit has found.</summary>
internal sealed record Finding(FindingKind Kind, bool IsRebilly, string Order, string Text)
{
    /// <summary>Whether money was moved or held twice, or a card was set up twice.</summary>
    public bool IsTwice =>
        Kind is FindingKind.ChargedTwice or FindingKind.HeldTwice or FindingKind.PaidOutTwice or FindingKind.SetUpTwice;

    /// <summary>Whether the journal and the provider disagree about money.</summary>
    public bool IsLost => !IsTwice && Kind is not (FindingKind.Unheard or FindingKind.PaidOutBeyond);
}
