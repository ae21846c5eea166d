namespace PaymentAbstractions.Adapters;

/// <summary>The result of the provider's own reads before a write.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PreparedRead
{
    private PreparedRead() { }

    /// <summary>The write may be sent.</summary>
    public static PreparedRead Ready { get; } = new();

    /// <summary>
    /// The transactions that existed before the write, so that a look-up can distinguish the attempt's transaction from them.
    /// </summary>
    public RecoveryHints? Hints { get; init; }

    internal ProviderTransaction? Made { get; private init; }

    internal ProviderRefusal? Refusal { get; private init; }

    internal string? Failure { get; private init; }

    /// <summary>Creates the result that the write may be sent, with the transactions that existed before it.</summary>
    /// <remarks>
    /// They are recorded only for attempts with a guard (<see cref="HttpPaymentAdapter.GuardsFor"/>). Without a guard, another attempt
    /// could add a transaction after the read.
    /// </remarks>
    /// <param name="hints">The transactions; <see langword="null"/> when they could not be read.</param>
    /// <returns>The result.</returns>
    public static PreparedRead With(RecoveryHints? hints) => new() { Hints = hints };

    internal static PreparedRead MadeBefore(ProviderTransaction made) => new() { Made = made };

    /// <summary>Creates the result that the payment is refused. Nothing is sent.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>The result.</returns>
    public static PreparedRead Refused(ProviderRefusal refusal) => new() { Refusal = refusal };

    /// <summary>Creates the result that a necessary read failed. Nothing is sent.</summary>
    /// <param name="why">One sentence that says what could not be read.</param>
    /// <returns>The result.</returns>
    public static PreparedRead Failed(string why) => new() { Failure = why };
}
