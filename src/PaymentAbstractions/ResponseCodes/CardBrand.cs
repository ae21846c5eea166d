using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The brand of a card. The set is open: a brand that this library does not name keeps its given name.</summary>
/// <remarks>Instances are immutable and thread-safe. <c>default</c> means that the brand is not known. Comparisons ignore case.</remarks>
[JsonConverter(typeof(TextJsonConverter<CardBrand>))]
public readonly struct CardBrand : IEquatable<CardBrand>, IParsable<CardBrand>
{
    private const int LongestAlias = 24;

    private readonly string? _value;

    private CardBrand(string value) => _value = value;

    /// <summary>Visa, including Visa Electron.</summary>
    public static CardBrand Visa { get; } = new("Visa");

    /// <summary>Mastercard.</summary>
    public static CardBrand Mastercard { get; } = new("Mastercard");

    /// <summary>American Express.</summary>
    public static CardBrand AmericanExpress { get; } = new("American Express");

    /// <summary>Discover.</summary>
    public static CardBrand Discover { get; } = new("Discover");

    /// <summary>Diners Club.</summary>
    public static CardBrand DinersClub { get; } = new("Diners Club");

    /// <summary>JCB.</summary>
    public static CardBrand Jcb { get; } = new("JCB");

    /// <summary>UnionPay.</summary>
    public static CardBrand UnionPay { get; } = new("UnionPay");

    /// <summary>Maestro, which uses Mastercard's response codes.</summary>
    public static CardBrand Maestro { get; } = new("Maestro");

    /// <summary>Cartes Bancaires.</summary>
    public static CardBrand CartesBancaires { get; } = new("Cartes Bancaires");

    /// <summary>Elo.</summary>
    public static CardBrand Elo { get; } = new("Elo");

    /// <summary>Interac.</summary>
    public static CardBrand Interac { get; } = new("Interac");

    /// <summary>RuPay.</summary>
    public static CardBrand RuPay { get; } = new("RuPay");

    /// <summary>The brands that this library names.</summary>
    public static IReadOnlyList<CardBrand> All { get; } =
        Array.AsReadOnly([
            Visa,
            Mastercard,
            AmericanExpress,
            Discover,
            DinersClub,
            Jcb,
            UnionPay,
            Maestro,
            CartesBancaires,
            Elo,
            Interac,
            RuPay,
        ]);

    // Declared after the brands, because fields are initialized in textual order.
    private static FrozenDictionary<string, CardBrand> ByAlias { get; } = Aliases();

    /// <summary>The name of the brand; empty when it is not known.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether Mastercard's response codes apply: Maestro is a debit card of the same network.</summary>
    public bool UsesMastercardCodes => this == Mastercard || this == Maestro;

    /// <summary>Whether a brand was given; <see langword="false"/> only for <c>default</c>.</summary>
    public bool IsSpecified => _value is not null;

    /// <summary>Reads a brand in any spelling that a provider uses. Never throws.</summary>
    /// <param name="brand">The name. Case, spaces and punctuation do not matter, and common short forms are known.</param>
    /// <returns>
    /// A named brand when the spelling is known (<c>MasterCard</c>, <c>AMEX</c>, <c>american-express</c>); otherwise the text without
    /// surrounding spaces; <c>default</c> for <see langword="null"/> and for text of spaces only.
    /// </returns>
    public static CardBrand FromProvider(string? brand)
    {
        if (string.IsNullOrWhiteSpace(brand))
        {
            return default;
        }

        Span<char> letters = stackalloc char[LongestAlias];
        var length = 0;
        foreach (var character in brand)
        {
            if (!char.IsLetterOrDigit(character))
            {
                continue;
            }

            if (length == letters.Length)
            {
                return new CardBrand(brand.Trim());
            }

            letters[length++] = character;
        }

        var lookup = ByAlias.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(letters[..length], out var known) ? known : new CardBrand(brand.Trim());
    }

    /// <summary>Determines the brand from the first digits of a card number (ISO/IEC 7812). Never throws.</summary>
    /// <param name="bin">The number, or at least its first four digits.</param>
    /// <returns>The brand; <c>default</c> when the digits do not match a brand that this library can identify by number.</returns>
    public static CardBrand FromBin(string? bin)
    {
        if (
            bin is not { Length: >= 4 }
            || !int.TryParse(bin.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var four)
        )
        {
            return default;
        }

        return four switch
        {
            >= 4000 and <= 4999 => Visa,
            (>= 5100 and <= 5599) or (>= 2221 and <= 2720) => Mastercard,
            (>= 3400 and <= 3499) or (>= 3700 and <= 3799) => AmericanExpress,
            6011 or (>= 6440 and <= 6599) => Discover,
            (>= 3000 and <= 3059) or (>= 3600 and <= 3699) or (>= 3800 and <= 3899) => DinersClub,
            >= 3528 and <= 3589 => Jcb,
            >= 6200 and <= 6299 => UnionPay,
            _ => default,
        };
    }

    static CardBrand IParsable<CardBrand>.Parse(string s, IFormatProvider? provider) => FromProvider(s);

    static bool IParsable<CardBrand>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out CardBrand result
    )
    {
        result = FromProvider(s);
        return result.IsSpecified;
    }

    /// <summary>Whether two brands are the same.</summary>
    /// <param name="left">One brand.</param>
    /// <param name="right">The other brand.</param>
    /// <returns><see langword="true"/> when the names are equal, ignoring case.</returns>
    public static bool operator ==(CardBrand left, CardBrand right) => left.Equals(right);

    /// <summary>Whether two brands differ.</summary>
    /// <param name="left">One brand.</param>
    /// <param name="right">The other brand.</param>
    /// <returns><see langword="true"/> when the names differ, ignoring case.</returns>
    public static bool operator !=(CardBrand left, CardBrand right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(CardBrand other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CardBrand other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The name of the brand.</summary>
    /// <returns>For example <c>Visa</c>; empty when it is not known.</returns>
    public override string ToString() => Value;

    private static FrozenDictionary<string, CardBrand> Aliases()
    {
        (CardBrand Brand, string Spellings)[] table =
        [
            (Visa, "visa vi visaelectron electron visadebit visacredit"),
            (Mastercard, "mastercard mc mastercarddebit mastercardcredit"),
            (AmericanExpress, "americanexpress amex ax"),
            (Discover, "discover discovercard disc"),
            (DinersClub, "dinersclub diners dinersclubinternational"),
            (Jcb, "jcb"),
            (UnionPay, "unionpay chinaunionpay cup"),
            (Maestro, "maestro maestrointernational"),
            (CartesBancaires, "cartesbancaires cartebancaire cb"),
            (Elo, "elo"),
            (Interac, "interac"),
            (RuPay, "rupay"),
        ];

        return table
            .SelectMany(entry => entry.Spellings.Split(' '), (entry, spelling) => (entry.Brand, spelling))
            .ToFrozenDictionary(pair => pair.spelling, pair => pair.Brand, StringComparer.OrdinalIgnoreCase);
    }
}
