using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A bank account number, national (BBAN) or international (IBAN). <c>ToString</c> shows only the last four characters.</summary>
/// <remarks>Instances are immutable and thread-safe. Spaces are removed and letters are upper-cased.</remarks>
[JsonConverter(typeof(SecretJsonConverter<BankAccountNumber>))]
public sealed class BankAccountNumber : Secret
{
    /// <summary>Creates an account number and checks it.</summary>
    /// <param name="value">4 to 34 letters and digits; spaces between them are removed.</param>
    /// <exception cref="PaymentRequestException">The value is missing, has a wrong length, or contains other characters.</exception>
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
