using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PaymentAbstractions;

/// <summary>Identifies a payment method without storing it, to check whether a repeat is the same payment.</summary>
internal sealed class MethodFingerprint(byte[]? key)
{
    // The prefix for fingerprints that do not identify one method: the customer's choice, and the customer's current default.
    private const string Any = "any:";

    /// <summary>Returns whether the fingerprint identifies one card or account.</summary>
    public static bool IsOfOneMethod([NotNullWhen(true)] string? fingerprint) =>
        fingerprint?.StartsWith(Any, StringComparison.Ordinal) == false;

    /// <returns>
    /// Hexadecimal digits. <see langword="null"/> for a one-time token, which differs with each attempt; and, without a configured key, for
    /// a card or an account, because an unkeyed hash of those could be reversed by trying all numbers.
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
