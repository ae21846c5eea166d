namespace PaymentAbstractions.Journal;

/// <summary>How a write changes the tickets of its payment in the queues for guards.</summary>
internal enum GuardChange
{
    /// <summary>No change.</summary>
    Keep = 0,

    /// <summary>It takes a ticket at the end of each queue, once.</summary>
    Take,

    /// <summary>It was amended, and keeps its tickets until its exchange must be over.</summary>
    Hold,

    /// <summary>
    /// It releases its exclusive tickets, and keeps shared ones until its exchange must be over, because the provider may still be
    /// processing it.
    /// </summary>
    FreeExclusive,

    /// <summary>It releases its tickets.</summary>
    Free,
}
