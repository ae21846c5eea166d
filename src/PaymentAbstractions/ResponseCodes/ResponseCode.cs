using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The response code of an authorization: the two characters of ISO 8583 field 39, with the card schemes' extensions.</summary>
/// <remarks>
/// <para>
/// The table joins the published lists of acquirers and gateways, the Visa wording where they differ. Which category and
/// advice follow from a code is this library's reading, not any scheme's. The provider's own code and message, and the
/// network's, are kept apart from this one and never mixed into it.
/// </para>
/// <para>
/// Everything outside the table is the one explicit <see cref="Unmapped"/>, which is also <c>default</c> and never an
/// approval. Two codes are equal when their characters are equal, whatever their source and the scheme's reading.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(ResponseCodeJsonConverter))]
public readonly struct ResponseCode : IEquatable<ResponseCode>
{
    private readonly ResponseCodeRow? _row;

    internal ResponseCode(ResponseCodeRow? row, ResponseCodeSource source)
    {
        _row = row;
        Source = source;
    }

    /// <summary>The code of everything that the table does not know; the same as <c>default</c>.</summary>
    public static ResponseCode Unmapped => default;

    /// <summary>Every code of the table, digits first, without <see cref="Unmapped"/>.</summary>
    public static IReadOnlyList<ResponseCode> All => ResponseCodeTable.All;

    /// <summary>The two characters, for example <c>51</c>; <c>??</c> for <see cref="Unmapped"/>.</summary>
    public string Value => Row.Value;

    /// <summary>What the code means, in English, for people who read logs; never shown to a cardholder as it is.</summary>
    public string Meaning => Row.Meaning;

    /// <summary>The reason that stands behind the code.</summary>
    public ResponseCategory Category => Row.Category;

    /// <summary>What to do next; <see cref="ResponseAdvice"/> tells the rule by which it follows from the code.</summary>
    public ResponseAdvice Advice => Row.Advice;

    /// <summary>Where the code came from.</summary>
    public ResponseCodeSource Source { get; }

    /// <summary>Whether the code approves the whole amount (00, 08, 11, 16 and 85); false for a partial approval.</summary>
    public bool IsApproval => Category == ResponseCategory.Approved;

    /// <summary>Whether the code approves a smaller amount (10 and 32).</summary>
    public bool IsPartialApproval => Category == ResponseCategory.PartiallyApproved;

    /// <summary>Whether the table did not know what the provider sent.</summary>
    public bool IsUnmapped => Category == ResponseCategory.Unmapped;

    /// <summary>The scheme whose own reading this is; not specified where the main table's counts.</summary>
    internal CardBrand Brand => Row.Brand;

    private ResponseCodeRow Row => _row ?? ResponseCodeTable.Unmapped;

    /// <summary>Maps whatever a provider sent; a total function that never throws and allocates nothing.</summary>
    /// <param name="code">What was sent; ASCII spaces around it and the case of ASCII letters do not matter.</param>
    /// <returns>The code of the table, or <see cref="Unmapped"/> for anything else.</returns>
    public static ResponseCode FromProvider(ReadOnlySpan<char> code) =>
        new(ResponseCodeTable.Find(ResponseCodeTable.SlotOf(code.Trim(' '))), ResponseCodeSource.Provider);

    /// <summary>Maps whatever a provider sent; a total function that never throws and allocates nothing.</summary>
    /// <param name="code">What was sent, null included.</param>
    /// <returns>The code of the table, or <see cref="Unmapped"/> for anything else.</returns>
    public static ResponseCode FromProvider(string? code) => FromProvider(code.AsSpan());

    /// <summary>Reads a code of the table exactly: two digits or upper-case letters, no spaces.</summary>
    /// <param name="code">The code, for example <c>51</c>.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="FormatException">The table has no such code.</exception>
    public static ResponseCode Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryParse(code, out var result)
            ? result
            : throw new FormatException(
                "Not a known response code: two digits or upper-case letters are needed, such as 51."
            );
    }

    /// <summary>Reads a code of the table exactly, without exceptions.</summary>
    /// <param name="code">The code, for example <c>51</c>.</param>
    /// <param name="result">The code, or <see cref="Unmapped"/> when the method returns false.</param>
    /// <returns>Whether the table has exactly this code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out ResponseCode result)
    {
        result = FromProvider(code.AsSpan());
        if (string.Equals(code, result.Value, StringComparison.Ordinal) && !result.IsUnmapped)
        {
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>The code as a card scheme reads it: 04, 14, 70, 78, 79, 82 and 83 differ between schemes.</summary>
    /// <param name="brand">The brand of the card; a brand without a reading of its own gets that of the main table, which is Visa's.</param>
    /// <returns>
    /// The same characters and source, with the scheme's meaning, category and advice. At Mastercard, 79, 82 and 83 come
    /// with a merchant advice code, which takes precedence where the provider passes it on.
    /// </returns>
    public ResponseCode ForBrand(CardBrand brand) =>
        new(ResponseCodeTable.Find(ResponseCodeTable.SlotOf(Value), brand), Source);

    /// <summary>The same code with another source.</summary>
    /// <param name="source">Where the code came from.</param>
    /// <returns>The code.</returns>
    public ResponseCode WithSource(ResponseCodeSource source) => new(_row, source);

    /// <summary>Whether two codes have the same characters.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other code.</param>
    /// <returns>True when the characters are equal.</returns>
    public static bool operator ==(ResponseCode left, ResponseCode right) => left.Equals(right);

    /// <summary>Whether two codes have different characters.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other code.</param>
    /// <returns>True when the characters differ.</returns>
    public static bool operator !=(ResponseCode left, ResponseCode right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(ResponseCode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ResponseCode other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The two characters.</summary>
    /// <returns>For example <c>51</c>.</returns>
    public override string ToString() => Value;
}
