namespace PaymentAbstractions.Adapters;

/// <summary>Where a write stands. It leaves <see cref="Waiting"/> once and stays where it then is.</summary>
internal enum SendPhase
{
    /// <summary>No byte was asked for yet.</summary>
    Waiting = 0,

    /// <summary>The first byte was asked for: from here on the outcome is in doubt until an answer arrives.</summary>
    Sending,

    /// <summary>The time until which the attempt could be sent had passed.</summary>
    TooLate,

    /// <summary>The caller left before the first byte.</summary>
    Canceled,

    /// <summary>A time limit of the transport passed before the first byte.</summary>
    TimedOut,

    /// <summary>The exchange or the attempt ended before the first byte.</summary>
    Closed,

    /// <summary>The adapter ended the attempt before its write.</summary>
    GivenUp,

    /// <summary>The adapter would have written without recording what it had to read first.</summary>
    NotAmended,
}
