namespace PaymentAbstractions.Journal;

/// <summary>What a write does to the places that its payment has in the lines for guards.</summary>
internal enum GuardChange
{
    /// <summary>Nothing.</summary>
    Keep = 0,

    /// <summary>It stands at the end of each line, once.</summary>
    Take,

    /// <summary>It was amended, and keeps its places until its exchange must be over.</summary>
    Hold,

    /// <summary>
    /// It leaves those that it has for itself, and keeps shared ones until its exchange must be over: the provider may still be at work.
    /// </summary>
    FreeExclusive,

    /// <summary>It leaves them.</summary>
    Free,
}
