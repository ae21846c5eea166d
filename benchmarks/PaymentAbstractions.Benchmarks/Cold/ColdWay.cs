namespace PaymentAbstractions.Benchmarks.Cold;

/// <summary>What a new process does before it ends.</summary>
internal enum ColdWay
{
    /// <summary>Nothing: the start of the runtime, which is in all of them.</summary>
    Nothing,

    /// <summary>A sale with HttpClient by hand.</summary>
    ByHand,

    /// <summary>A sale by this library, with a gateway in code.</summary>
    InCode,

    /// <summary>A sale by this library, with a gateway from configuration and a scan for providers.</summary>
    Scanned,
}
