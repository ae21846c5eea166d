namespace PaymentAbstractions.Journal;

/// <summary>What a write does to the places that its payment has in the lines for guards.</summary>
internal enum GuardChange
{
    /// <summary>Nothing.</summary>
    Keep = 0,

    /// <summary>It stands at the end of each line, once.</summary>
    Take,

    /// <summary>It leaves them.</summary>
    Free,
}
