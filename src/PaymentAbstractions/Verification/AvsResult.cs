using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The result of the address verification service (AVS), normalized across the card schemes.</summary>
/// <remarks>
/// <para>
/// Most results are one letter, but Discover and American Express give some letters another meaning, so the interpretation depends on the
/// brand. A mismatch can come with an approved payment; how to handle it is the merchant's policy.
/// </para>
/// <para>
/// Source: the letters that acquirers and gateways publish. When they disagree, the interpretation that confirms less is used. Instances
/// are immutable and thread-safe. <c>default</c> is <see cref="NotProvided"/>.
/// </para>
/// </remarks>
[JsonConverter(typeof(AvsResultJsonConverter))]
public readonly partial struct AvsResult : IEquatable<AvsResult>
{
    private readonly string? _code;

    private AvsResult(VerificationMatch street, VerificationMatch postalCode, VerificationMatch name)
    {
        (_code, Street, PostalCode, Name) = (string.Empty, street, postalCode, name);
    }

    internal AvsResult(string code, AvsMeaning? meaning)
    {
        _code = code;
        Street = meaning?.Street ?? VerificationMatch.NotVerified;
        PostalCode = meaning?.PostalCode ?? VerificationMatch.NotVerified;
        Name = meaning?.Name ?? VerificationMatch.NotProvided;
        IsUnmapped = meaning is null;
    }

    /// <summary>No result was given; the same as <c>default</c>.</summary>
    public static AvsResult NotProvided => default;

    /// <summary>
    /// The letter as the scheme sends it, in upper case; unchanged when unmapped; empty when the provider sent none or sent words instead.
    /// </summary>
    public string Code => _code ?? string.Empty;

    /// <summary>The result for the street address.</summary>
    public VerificationMatch Street { get; }

    /// <summary>The result for the postal code.</summary>
    public VerificationMatch PostalCode { get; }

    /// <summary>The result for the cardholder's name, which only American Express checks.</summary>
    public VerificationMatch Name { get; }

    /// <summary>Whether no result was given.</summary>
    public bool IsNotProvided => _code is null;

    /// <summary>Whether the table does not contain the given result. In that case, nothing counts as a match.</summary>
    public bool IsUnmapped { get; }

    /// <summary>Maps a letter that a provider sent. Never throws.</summary>
    /// <param name="code">The letter; surrounding spaces and the case of ASCII letters do not matter.</param>
    /// <param name="brand">
    /// The brand of the card. The common interpretation applies to unknown brands and to brands without their own.
    /// </param>
    /// <returns>
    /// <see cref="NotProvided"/> for <see langword="null"/> and blank text; an unmapped result that keeps the text for an unknown letter.
    /// </returns>
    public static AvsResult FromProvider(string? code, CardBrand brand)
    {
        var text = code.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return NotProvided;
        }

        return text.Length == 1 && AvsTable.Find(text[0], brand) is { } meaning
            ? new AvsResult(meaning.Code, meaning)
            : new AvsResult(text.ToString(), meaning: null);
    }

    /// <summary>Creates a result for providers that send no letter.</summary>
    /// <param name="street">The result for the street address.</param>
    /// <param name="postalCode">The result for the postal code.</param>
    /// <param name="name">The result for the cardholder's name.</param>
    /// <returns>The result, without a letter; <see cref="NotProvided"/> when all values are not provided.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not one of <see cref="VerificationMatch"/>.</exception>
    public static AvsResult FromWords(
        VerificationMatch street,
        VerificationMatch postalCode,
        VerificationMatch name = VerificationMatch.NotProvided
    )
    {
        RequireDefined(street, nameof(street));
        RequireDefined(postalCode, nameof(postalCode));
        RequireDefined(name, nameof(name));
        return (street, postalCode, name) == default ? NotProvided : new AvsResult(street, postalCode, name);
    }

    /// <summary>Whether two results have the same letter and the same findings.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    /// <returns><see langword="true"/> when they agree.</returns>
    public static bool operator ==(AvsResult left, AvsResult right) => left.Equals(right);

    /// <summary>Whether two results differ in letter or findings.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(AvsResult left, AvsResult right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(AvsResult other) =>
        string.Equals(_code, other._code, StringComparison.Ordinal)
        && Street == other.Street
        && PostalCode == other.PostalCode
        && Name == other.Name
        && IsUnmapped == other.IsUnmapped;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is AvsResult other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Street, PostalCode, Name, IsUnmapped);

    /// <summary>The letter and the findings.</summary>
    /// <returns>For example <c>A (street Match, postal code NoMatch, name NotProvided)</c>; <c>(none)</c> without a result.</returns>
    public override string ToString() =>
        IsNotProvided ? "(none)"
        : IsUnmapped ? $"{Code} (unmapped)"
        : $"{Code} (street {Street}, postal code {PostalCode}, name {Name})".TrimStart();

    private static void RequireDefined(VerificationMatch match, string name)
    {
        if (!Enum.IsDefined(match))
        {
            throw new ArgumentOutOfRangeException(name, match, "is not a value of VerificationMatch.");
        }
    }
}
