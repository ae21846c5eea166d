namespace PaymentAbstractions.Chaos;

internal enum FindingKind
{
    /// <summary>More than one unreversed charge for an order.</summary>
    ChargedTwice,

    /// <summary>More than one sale or authorization was made for an order, reversed or not.</summary>
    HeldTwice,

    /// <summary>More than one credit was paid out under one key.</summary>
    PaidOutTwice,

    /// <summary>More than one set-up was made under one key.</summary>
    SetUpTwice,

    /// <summary>An entry is unresolved, and recovery does not list it.</summary>
    Unlisted,

    /// <summary>Money moved, and no entry for the movement is approved or unresolved.</summary>
    Unaccounted,

    /// <summary>An entry is approved, and the provider recorded no movement for it.</summary>
    Phantom,

    /// <summary>More was captured than was authorized, or the amount that moved is not the requested one.</summary>
    Beyond,

    /// <summary>More was given back than was charged.</summary>
    PaidOutBeyond,

    /// <summary>A sale took the authorization of another order.</summary>
    TookAnother,

    /// <summary>A caller received a final outcome that the journal no longer has.</summary>
    Forgotten,

    /// <summary>The last revision of a later resolution did not reach the application.</summary>
    Unheard,
}
