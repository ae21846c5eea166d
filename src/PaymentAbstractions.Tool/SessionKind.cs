namespace PaymentAbstractions.Tool;

/// <summary>What a command needs from the journal and from the application's settings.</summary>
internal enum SessionKind
{
    /// <summary>The existing journal, without changing its schema and without creating gateways.</summary>
    Journal = 0,

    /// <summary>The existing journal, and the gateways if there are settings.</summary>
    Gateways,

    /// <summary>The journal, which may be created or updated.</summary>
    Migration,
}
