using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A bank account number, national (BBAN) or international (IBAN). Prints as its last four characters.</summary>
/// <remarks>Immutable and thread-safe. Spaces are removed and letters are upper-cased.</remarks>
[JsonConverter(typeof(SecretJsonConverter<BankAccountNumber>))]
public sealed class BankAccountNumber : Secret
{
    /// <summary>Checks and wraps an account number.</summary>
    /// <param name="value">4 to 34 letters and digits; spaces between them are removed.</param>
    /// <exception cref="PaymentRequestException">Missing, too long, or with other characters.</exception>
    public BankAccountNumber(string value)
        : base(Normalize(value)) { }

    private protected override string Mask(string value) => LastFour(value);

    private static string Normalize(string value)
    {
        var text = RequireText(value, nameof(BankAccountNumber), 60)
            .Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                throw new PaymentRequestException(nameof(BankAccountNumber), "may hold only letters and digits.");
            }
        }

        return text.Length is >= 4 and <= 34
            ? text
            : throw new PaymentRequestException(nameof(BankAccountNumber), "must have 4 to 34 letters and digits.");
    }
}
