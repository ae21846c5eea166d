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

    /// <summary>The number of places: the named brands and, at 0, the brand that is not known.</summary>
    internal const int Places = 13;

    private readonly Name? _name;

    private CardBrand(string value, int place = -1) => _name = new Name(value, place);

    /// <summary>Visa, including Visa Electron.</summary>
    public static CardBrand Visa { get; } = new("Visa", 1);

    /// <summary>Mastercard.</summary>
    public static CardBrand Mastercard { get; } = new("Mastercard", 2);

    /// <summary>American Express.</summary>
    public static CardBrand AmericanExpress { get; } = new("American Express", 3);

    /// <summary>Discover.</summary>
    public static CardBrand Discover { get; } = new("Discover", 4);

    /// <summary>Diners Club.</summary>
    public static CardBrand DinersClub { get; } = new("Diners Club", 5);

    /// <summary>JCB.</summary>
    public static CardBrand Jcb { get; } = new("JCB", 6);

    /// <summary>UnionPay.</summary>
    public static CardBrand UnionPay { get; } = new("UnionPay", 7);

    /// <summary>Maestro, which uses Mastercard's response codes.</summary>
    public static CardBrand Maestro { get; } = new("Maestro", 8);

    /// <summary>Cartes Bancaires.</summary>
    public static CardBrand CartesBancaires { get; } = new("Cartes Bancaires", 9);

    /// <summary>Elo.</summary>
    public static CardBrand Elo { get; } = new("Elo", 10);

    /// <summary>Interac.</summary>
    public static CardBrand Interac { get; } = new("Interac", 11);

    /// <summary>RuPay.</summary>
    public static CardBrand RuPay { get; } = new("RuPay", 12);

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

    /// <summary>The name of the brand; empty when it is not known.</summary>
    public string Value => _name?.Value ?? string.Empty;

    /// <summary>Whether Mastercard's response codes apply: Maestro is a debit card of the same network.</summary>
    public bool UsesMastercardCodes => this == Mastercard || this == Maestro;

    /// <summary>Whether a brand was given; <see langword="false"/> only for <c>default</c>.</summary>
    public bool IsSpecified => _name is not null;

    /// <summary>The place of the brand in a list by brand; 0 when it is not known, -1 when this library does not name it.</summary>
    internal int Place => _name?.Place ?? 0;

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

            letters[length++] = char.IsAsciiLetterUpper(character) ? (char)(character | ' ') : character;
        }

        var known = Named(letters[..length]);
        return known.IsSpecified ? known : new CardBrand(brand.Trim());
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
    public bool Equals(CardBrand other) =>
        ReferenceEquals(_name, other._name)
        || (Place < 0 && other.Place < 0 && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CardBrand other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The name of the brand.</summary>
    /// <returns>For example <c>Visa</c>; empty when it is not known.</returns>
    public override string ToString() => Value;

    private static CardBrand Named(ReadOnlySpan<char> alias) =>
        alias switch
        {
            "visa" or "vi" or "visaelectron" or "electron" or "visadebit" or "visacredit" => Visa,
            "mastercard" or "mc" or "mastercarddebit" or "mastercardcredit" => Mastercard,
            "americanexpress" or "amex" or "ax" => AmericanExpress,
            "discover" or "discovercard" or "disc" => Discover,
            "dinersclub" or "diners" or "dinersclubinternational" => DinersClub,
            "jcb" => Jcb,
            "unionpay" or "chinaunionpay" or "cup" => UnionPay,
            "maestro" or "maestrointernational" => Maestro,
            "cartesbancaires" or "cartebancaire" or "cb" => CartesBancaires,
            "elo" => Elo,
            "interac" => Interac,
            "rupay" => RuPay,
            _ => default,
        };

    private sealed record Name(string Value, int Place);
}
