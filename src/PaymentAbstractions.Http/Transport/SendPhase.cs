namespace PaymentAbstractions.Http;

internal enum SendPhase
{
    /// <summary>The content was not asked for its bytes yet.</summary>
    Waiting = 0,

    /// <summary>The content was asked, or there is none: from here on the outcome is in doubt until an answer arrives.</summary>
    Sending,

    /// <summary>The caller refused before the first byte.</summary>
    Refused,

    /// <summary>The caller's token won against the first byte.</summary>
    Canceled,

    /// <summary>A timeout won against the first byte.</summary>
    TimedOut,

    /// <summary>The end of the process won against the first byte.</summary>
    Stopped,

    /// <summary>The attempt ended, and the content was never asked.</summary>
    Closed,
}
