namespace PaymentAbstractions;

/// <summary>
/// Mastercard's merchant advice code: what the issuer advises after a decline. It takes precedence over the advice of the response code.
/// </summary>
/// <remarks>
/// <para>Sources: Cybersource and payabl for the meanings, Braintree and TabaPay (2024 to 2026) for the waits, Cielo (2026-06) for
/// 45.</para>
/// <para>Instances are immutable and thread-safe.</para>
/// </remarks>
public sealed record MerchantAdvice
{
    private static readonly MerchantAdvice[] All =
    [
        Of(
            "01",
            "New card data is needed, for example from an updater; with 83 authenticate the customer",
            ResponseAdvice.FixData
        ),
        Of("02", "Cannot be approved now, try later", ResponseAdvice.RetryLater) with
        {
            Wait = TimeSpan.FromHours(72),
        },
        Of("03", "Never try again", ResponseAdvice.DoNotRetry),
        Of("04", "The token's requirements are not met", ResponseAdvice.FixConfiguration),
        Of("05", "A value was refused", ResponseAdvice.FixData) with
        {
            IsUnconfirmed = true,
        },
        Of("21", "Payment canceled by the cardholder: never try again", ResponseAdvice.DoNotRetry),
        Of("22", "The merchant's configuration", ResponseAdvice.FixConfiguration),
        Later("24", TimeSpan.FromHours(1)),
        Later("25", TimeSpan.FromHours(24)),
        Later("26", TimeSpan.FromDays(2)),
        Later("27", TimeSpan.FromDays(4)),
        Later("28", TimeSpan.FromDays(6)),
        Later("29", TimeSpan.FromDays(8)),
        Later("30", TimeSpan.FromDays(10)),
        Of("40", "Prepaid card that cannot be reloaded", null),
        Of("41", "Virtual card number for one use", null),
        Of("42", "Sanctions: never try again", ResponseAdvice.DoNotRetry),
        Of("43", "Virtual card number for several uses", null),
        Of("45", "Maestro: repeat with PIN, from 2026-10-23", ResponseAdvice.AuthenticateCustomer),
    ];

    /// <summary>The two digits.</summary>
    public required string Code { get; init; }

    /// <summary>The meaning in English, for logs.</summary>
    public required string Meaning { get; init; }

    /// <summary>What to do next; <see langword="null"/> for informational codes, after which the response code decides.</summary>
    public ResponseAdvice? Advice { get; init; }

    /// <summary>The minimum time to wait before another try; <see langword="null"/> when the code does not specify it.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether no source confirms this interpretation.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Every known code.</summary>
    public static ValueList<MerchantAdvice> Known { get; } = [.. All];

    /// <summary>Reads a code that a provider passes on. Never throws.</summary>
    /// <param name="code">The digits, with or without leading zeros and surrounding spaces; may be <see langword="null"/>.</param>
    /// <returns>The advice; <see langword="null"/> for an unknown code.</returns>
    public static MerchantAdvice? FromProvider(string? code)
    {
        var digits = code.AsSpan().Trim().TrimStart('0');
        foreach (var one in All)
        {
            if (!digits.IsEmpty && digits.SequenceEqual(one.Code.AsSpan().TrimStart('0')))
            {
                return one;
            }
        }

        return null;
    }

    private static MerchantAdvice Of(string code, string meaning, ResponseAdvice? advice) =>
        new()
        {
            Code = code,
            Meaning = meaning,
            Advice = advice,
        };

    private static MerchantAdvice Later(string code, TimeSpan wait) =>
        Of(
            code,
            FormattableString.Invariant($"Try again after {wait.TotalHours:0} hours"),
            ResponseAdvice.RetryLater
        ) with
        {
            Wait = wait,
        };
}
