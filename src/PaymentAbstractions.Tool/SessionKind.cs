namespace PaymentAbstractions.Tool;

/// <summary>What a command needs of the journal and of the application's settings.</summary>
internal enum SessionKind
{
    /// <summary>The journal as it is; its schema is left alone, and gateways are not made.</summary>
    Journal = 0,

    /// <summary>The same with the gateways, where there are settings.</summary>
    Gateways,

    /// <summary>The journal, which may be made and brought up to date.</summary>
    Migration,
}
