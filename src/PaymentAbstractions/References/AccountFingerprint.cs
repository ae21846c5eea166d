using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A short, stable identifier of one account at one provider, so that a reference is never used with another account.</summary>
/// <remarks>
/// It holds no secret. It does not change when an API key is rotated, when the gateway is renamed, or when its
/// <see cref="GatewayEnvironment"/> changes. Instances are immutable and thread-safe.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<AccountFingerprint>))]
public readonly record struct AccountFingerprint : IParsable<AccountFingerprint>
{
    private const int Digits = 16;
    private readonly string? _value;

    private AccountFingerprint(string value)
    {
        _value = value;
    }

    /// <summary>Sixteen lower-case hexadecimal digits; sixteen zeros when it is not specified.</summary>
    public string Value => _value ?? "0000000000000000";

    /// <summary>Computes the fingerprint of an account.</summary>
    /// <param name="provider">The provider, for example <c>Rebilly</c>; case does not matter.</param>
    /// <param name="host">
    /// The host that the gateway sends to, without a port, for example <c>api.rebilly.com</c>. Another host is another account. Case and a
    /// trailing dot do not matter.
    /// </param>
    /// <param name="account">The organization, the merchant account number (MID) or another name of the account; case matters.</param>
    /// <returns>The first 64 bits of a SHA-256 hash.</returns>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static AccountFingerprint Of(string provider, string host, string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentException.ThrowIfNullOrEmpty(account);
        var text = $"{provider.ToUpperInvariant()}\0{host.TrimEnd('.').ToUpperInvariant()}\0{account}";
        return new AccountFingerprint(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits]
        );
    }

    /// <summary>Parses a fingerprint.</summary>
    /// <param name="text">Sixteen lower-case hexadecimal digits.</param>
    /// <param name="fingerprint">The fingerprint, when the text is one.</param>
    /// <returns>Whether the text is a fingerprint.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountFingerprint fingerprint)
    {
        var valid = text is { Length: Digits };
        for (var i = 0; valid && i < Digits; i++)
        {
            valid = char.IsAsciiHexDigitLower(text![i]);
        }

        // Sixteen zeros are the text of an unspecified fingerprint.
        fingerprint = valid && text.AsSpan().ContainsAnyExcept('0') ? new AccountFingerprint(text!) : default;
        return valid;
    }

    static AccountFingerprint IParsable<AccountFingerprint>.Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var fingerprint)
            ? fingerprint
            : throw new FormatException("The text is not the fingerprint of an account.");

    static bool IParsable<AccountFingerprint>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out AccountFingerprint result
    ) => TryParse(s, out result);

    /// <inheritdoc cref="Value" />
    /// <returns>The digits.</returns>
    public override string ToString() => Value;
}
