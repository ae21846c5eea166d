using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>
/// A payment card number (PAN): 12 to 19 digits with a valid check digit. <c>ToString</c> shows only the last four digits.
/// </summary>
/// <remarks>Instances are immutable and thread-safe. Servers that handle this type are in scope of PCI DSS; prefer tokens.</remarks>
[JsonConverter(typeof(SecretJsonConverter<CardNumber>))]
public sealed class CardNumber : Secret
{
    /// <summary>Creates a card number and checks it.</summary>
    /// <param name="value">12 to 19 digits; spaces and hyphens between them are removed.</param>
    /// <exception cref="PaymentRequestException">The value does not have 12 to 19 digits, or its check digit (Luhn) is wrong.</exception>
    public CardNumber(string value)
        : base(Normalize(value)) { }

    /// <summary>The last four digits, safe to show.</summary>
    public string LastFourDigits => Reveal()[^4..];

    /// <summary>The brand that the first digits identify, safe to show; <c>default</c> when they identify none.</summary>
    public CardBrand Brand => CardBrand.FromBin(Reveal());

    private protected override string Mask(string value) => LastFour(value);

    private static string Normalize(string value)
    {
        var text = RequireText(value, nameof(CardNumber), 40)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        if (text.Length is < 12 or > 19 || !text.AsSpan().ContainsOnlyDigits())
        {
            throw new PaymentRequestException(nameof(CardNumber), "must have 12 to 19 digits.");
        }

        if (!HasValidCheckDigit(text))
        {
            throw new PaymentRequestException(nameof(CardNumber), "has a wrong check digit; it was probably mistyped.");
        }

        return text;
    }

    private static bool HasValidCheckDigit(string digits)
    {
        Span<byte> values = stackalloc byte[digits.Length];
        for (var i = 0; i < digits.Length; i++)
        {
            values[i] = (byte)(digits[i] - '0');
        }

        return CheckDigit.IsValid(values);
    }
}
