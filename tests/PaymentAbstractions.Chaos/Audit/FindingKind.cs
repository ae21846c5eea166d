namespace PaymentAbstractions.Chaos;

internal enum FindingKind
{
    /// <summary>More than one unreversed charge for an order.</summary>
    ChargedTwice,

    /// <summary>More than one sale or authorization was made for an order, reversed or not.</summary>
    HeldTwice,

    /// <summary>An entry is in doubt, and recovery does not list it.</summary>
    Unlisted,

    /// <summary>Money moved, and no entry is approved or in doubt for it.</summary>
    Unaccounted,

    /// <summary>An entry is approved, and no such money moved.</summary>
    Phantom,

    /// <summary>More was captured or given back than there was, or another amount than was asked for.</summary>
    Beyond,

    /// <summary>A caller was told a final outcome that the journal does not know any more.</summary>
    Forgotten,
}
