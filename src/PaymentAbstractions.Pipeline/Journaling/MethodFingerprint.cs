using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions;

/// <summary>Tells one payment method from another without keeping it: for the check that a repeat is the same payment.</summary>
internal sealed class MethodFingerprint(byte[]? key)
{
    // Not of one method: what the customer chooses, and what the customer's default is at the time, has it.
    private const string Any = "any:";

    /// <summary>Whether all that have it are one card or account.</summary>
    public static bool IsOfOneMethod([NotNullWhen(true)] string? fingerprint) =>
        fingerprint?.StartsWith(Any, StringComparison.Ordinal) == false;

    /// <returns>
    /// Hexadecimal digits; none for a one-time token, which is another one at each try, and without a configured key none for a
    /// card or an account: a plain hash of those could be reversed by trying all numbers.
    /// </returns>
    public string? Of(PaymentMethod? method) =>
        method switch
        {
            StoredPaymentMethod stored => Hash($"stored\0{stored.Id}"),
            PaymentCard { Number: { } number } when key is not null => Hash($"card\0{number.Reveal()}"),
            BbanBankAccount { AccountNumber: { } number } account when key is not null => Hash(
                $"bban\0{account.RoutingNumber}\0{number.Reveal()}"
            ),
            IbanBankAccount { AccountNumber: { } number } when key is not null => Hash($"iban\0{number.Reveal()}"),
            CustomerDefaultPaymentMethod => Any + Hash("customer-default"),
            CustomerChoicePaymentMethod choice => Any + Hash($"choice\0{string.Join('\0', choice.Methods)}"),
            _ => null,
        };

    private string Hash(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = key is null ? SHA256.HashData(bytes) : HMACSHA256.HashData(key, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return Convert.ToHexStringLower(hash);
    }
}
