using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A digital wallet that provides cards. The set is open: a wallet that this library does not name keeps its given name.</summary>
/// <remarks>Instances are immutable and thread-safe. <c>default</c> means that no wallet is known. Comparisons ignore case.</remarks>
[JsonConverter(typeof(TextJsonConverter<DigitalWallet>))]
public readonly struct DigitalWallet : IEquatable<DigitalWallet>, IParsable<DigitalWallet>
{
    private readonly string? _value;

    private DigitalWallet(string value) => _value = value;

    /// <summary>Apple Pay.</summary>
    public static DigitalWallet ApplePay { get; } = new("Apple Pay");

    /// <summary>Google Pay.</summary>
    public static DigitalWallet GooglePay { get; } = new("Google Pay");

    /// <summary>Samsung Pay.</summary>
    public static DigitalWallet SamsungPay { get; } = new("Samsung Pay");

    /// <summary>The name of the wallet; empty when none is known.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether a wallet was given; <see langword="false"/> only for <c>default</c>.</summary>
    public bool IsSpecified => _value is not null;

    /// <summary>Reads a wallet in any spelling that a provider uses. Never throws.</summary>
    /// <param name="wallet">The name. Case, spaces and punctuation do not matter for the named wallets.</param>
    /// <returns>
    /// A named wallet; otherwise the text without surrounding spaces; <c>default</c> for <see langword="null"/> and for text of spaces
    /// only.
    /// </returns>
    public static DigitalWallet FromProvider(string? wallet)
    {
        if (string.IsNullOrWhiteSpace(wallet))
        {
            return default;
        }

        return string.Concat(wallet.Where(char.IsLetterOrDigit)).ToUpperInvariant() switch
        {
            "APPLEPAY" => ApplePay,
            "GOOGLEPAY" => GooglePay,
            "SAMSUNGPAY" => SamsungPay,
            _ => new DigitalWallet(wallet.Trim()),
        };
    }

    static DigitalWallet IParsable<DigitalWallet>.Parse(string s, IFormatProvider? provider) => FromProvider(s);

    static bool IParsable<DigitalWallet>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out DigitalWallet result
    )
    {
        result = FromProvider(s);
        return result.IsSpecified;
    }

    /// <summary>Whether two wallets are the same.</summary>
    /// <param name="left">One wallet.</param>
    /// <param name="right">The other wallet.</param>
    /// <returns><see langword="true"/> when the names are equal, ignoring case.</returns>
    public static bool operator ==(DigitalWallet left, DigitalWallet right) => left.Equals(right);

    /// <summary>Whether two wallets differ.</summary>
    /// <param name="left">One wallet.</param>
    /// <param name="right">The other wallet.</param>
    /// <returns><see langword="true"/> when the names differ, ignoring case.</returns>
    public static bool operator !=(DigitalWallet left, DigitalWallet right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(DigitalWallet other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DigitalWallet other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The name of the wallet.</summary>
    /// <returns>For example <c>Apple Pay</c>; empty when none is known.</returns>
    public override string ToString() => Value;
}
