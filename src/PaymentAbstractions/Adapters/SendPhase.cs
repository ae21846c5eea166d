namespace PaymentAbstractions.Adapters;

/// <summary>The phase of a write. It leaves <see cref="Waiting"/> once and does not change afterwards.</summary>
internal enum SendPhase
{
    /// <summary>No byte has been requested yet.</summary>
    Waiting = 0,

    /// <summary>The first byte was requested: from here on, the outcome is unknown until a response arrives.</summary>
    Sending,

    /// <summary>The time limit for sending the attempt had passed.</summary>
    TooLate,

    /// <summary>The caller canceled before the first byte.</summary>
    Canceled,

    /// <summary>A time limit of the transport passed before the first byte.</summary>
    TimedOut,

    /// <summary>The exchange or the attempt ended before the first byte.</summary>
    Closed,

    /// <summary>The adapter ended the attempt before its write.</summary>
    GivenUp,

    /// <summary>The adapter tried to write without recording what it had to read first.</summary>
    NotAmended,
}
