using System.Collections.Frozen;

namespace PaymentAbstractions.Http;

/// <summary>Names whose values are never shown. Casing and separators are ignored.</summary>
internal static class SecretNames
{
    private const int Longest = 64;

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        // Cards.
        "pan",
        "primaryaccountnumber",
        "number",
        "cardnumber",
        "cardno",
        "ccnumber",
        "creditcard",
        "creditcardnumber",
        "encryptedpan",
        "encryptedcard",
        "encryptedcardnumber",
        "cvv",
        "cvv2",
        "cvc",
        "cvc2",
        "cid",
        "csc",
        "cardcode",
        "securitycode",
        "cardsecuritycode",
        "verificationvalue",
        "encryptedcvv",
        "encryptedsecuritycode",
        "track",
        "track1",
        "track2",
        "trackdata",
        "magdata",
        "emvdata",
        "pin",
        "pinblock",
        "cryptogram",
        "cavv",
        // Bank accounts.
        "accountnumber",
        "bankaccountnumber",
        "encryptedaccountnumber",
        "routingnumber",
        "iban",
        // Persons.
        "ssn",
        "socialsecuritynumber",
        "taxid",
        // Credentials.
        "apikey",
        "xapikey",
        "rebapikey",
        "secret",
        "apisecret",
        "secretkey",
        "privatekey",
        "clientsecret",
        "token",
        "tokenid",
        "accesstoken",
        "refreshtoken",
        "idtoken",
        "authtoken",
        "cardtoken",
        "paymenttoken",
        "encryptedtoken",
        "jwt",
        "password",
        "passwd",
        "pwd",
        "passphrase",
        "authorization",
        "proxyauthorization",
        "cookie",
        "setcookie"
    );

    // With any prefix: newPassword, billing-cvv, merchantApiKey.
    private static readonly string[] Suffixes =
    [
        "password",
        "secret",
        "apikey",
        "privatekey",
        "token",
        "cvv",
        "cvc",
        "securitycode",
        "cardnumber",
        "accountnumber",
        "routingnumber",
    ];

    public static FrozenSet<string> With(IReadOnlyList<string> names) =>
        names is null || names.Count == 0
            ? Known
            : Known
                .Concat(names.Where(static name => name is not null).Select(static name => Normalize(name)))
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name, or its last part as in <c>card[number]</c> or <c>card.number</c>, is that of a secret.</summary>
    public static bool Contains(FrozenSet<string> names, ReadOnlySpan<char> name)
    {
        if (name.Length > Longest)
        {
            return false;
        }

        Span<char> normalized = stackalloc char[Longest];
        if (IsSecret(names, normalized[..Normalize(name, normalized)]))
        {
            return true;
        }

        var last = name.TrimEnd(']').LastIndexOfAny('.', '[');
        return last >= 0 && IsSecret(names, normalized[..Normalize(name[(last + 1)..], normalized)]);
    }

    private static bool IsSecret(FrozenSet<string> names, ReadOnlySpan<char> normalized)
    {
        if (names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(normalized))
        {
            return true;
        }

        foreach (var suffix in Suffixes)
        {
            if (normalized.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Normalize(string name)
    {
        var buffer = new char[name.Length];
        return new string(buffer, 0, Normalize(name, buffer));
    }

    private static int Normalize(ReadOnlySpan<char> name, Span<char> normalized)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                normalized[length++] = c;
            }
        }

        return length;
    }
}
