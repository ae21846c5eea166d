namespace PaymentAbstractions.Adapters;

/// <summary>What a provider's own reads before a write found.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PreparedRead
{
    private PreparedRead() { }

    /// <summary>Nothing stands in the way.</summary>
    public static PreparedRead Ready { get; } = new();

    /// <summary>What the provider showed before the write, so that the attempt can be told from others afterwards.</summary>
    public RecoveryHints? Hints { get; init; }

    internal ProviderRefusal? Refusal { get; private init; }

    internal string? Failure { get; private init; }

    /// <summary>Nothing stands in the way, and this was there before the write.</summary>
    /// <param name="hints">What was there; <see langword="null"/> when it could not be noted.</param>
    /// <returns>What was found.</returns>
    public static PreparedRead With(RecoveryHints? hints) => new() { Hints = hints };

    /// <summary>The payment is refused.</summary>
    /// <param name="refusal">Why.</param>
    /// <returns>What was found.</returns>
    public static PreparedRead Refused(ProviderRefusal refusal) => new() { Refusal = refusal };

    /// <summary>What has to be known first could not be read.</summary>
    /// <param name="why">What, in one sentence.</param>
    /// <returns>What was found.</returns>
    public static PreparedRead Failed(string why) => new() { Failure = why };
}
