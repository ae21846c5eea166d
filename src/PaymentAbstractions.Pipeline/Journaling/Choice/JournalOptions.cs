namespace PaymentAbstractions;

/// <summary>
/// Options that apply to every kind of journal. The configuration keys have the same names, below <c>Payments:Journal</c>, next to the
/// options of the chosen kind.
/// </summary>
/// <remarks>
/// Set them with <c>services.Configure&lt;JournalOptions&gt;(...)</c>; code is applied after configuration. Not thread-safe; do not change
/// them after the application has started.
/// </remarks>
public sealed class JournalOptions
{
    internal const int MinMethodKeyLength = 32;

    /// <summary>How long after its intent is recorded an attempt may still be sent, 5 seconds to 15 minutes.</summary>
    /// <value>Default 1 minute.</value>
    public TimeSpan SendWithin { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a stopping process waits for exchanges in progress, up to 15 minutes. Read once, at startup.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The key of the fingerprints by which the journal recognizes a payment method, at least 32 characters. Use a random value, and the
    /// same one in every process that shares the journal.
    /// </summary>
    /// <value>Default <see langword="null"/>: the fingerprints are unkeyed hashes.</value>
    public ApiKey? MethodKey { get; set; }

    internal static OptionTable<JournalOptions> Table { get; } =
        new OptionTable<JournalOptions>()
            .Time(
                nameof(SendWithin),
                one => one.SendWithin,
                (one, time) => one.SendWithin = time,
                TimeSpan.FromSeconds(5),
                TimeSpan.FromMinutes(15)
            )
            .Time(
                nameof(DrainTimeout),
                one => one.DrainTimeout,
                (one, time) => one.DrainTimeout = time,
                TimeSpan.Zero,
                TimeSpan.FromMinutes(15)
            )
            .Secret(
                nameof(MethodKey),
                one => one.MethodKey,
                (one, key) => one.MethodKey = key,
                key =>
                    key.Length < MinMethodKeyLength
                        ? $"must have at least {MinMethodKeyLength} characters; make it random."
                        : null
            );
}
