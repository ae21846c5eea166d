using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The result of the card security code check (CVV2, CVC2, CID), normalized across the card schemes.</summary>
/// <remarks>
/// A mismatch can come with an approved payment; how to handle it is the merchant's policy. Only the response codes N7 and 82 are declines
/// because of it. Source: the letters that gateways and acquirers publish. Instances are immutable and thread-safe. <c>default</c> is
/// <see cref="NotProvided"/>; only an explicit letter is a match.
/// </remarks>
[JsonConverter(typeof(CvvResultJsonConverter))]
public readonly partial struct CvvResult : IEquatable<CvvResult>
{
    private readonly string? _code;

    internal CvvResult(string code, CvvStatus status)
    {
        _code = code;
        Status = status;
    }

    /// <summary>No result was given; the same as <c>default</c>.</summary>
    public static CvvResult NotProvided => default;

    /// <summary>
    /// The letter as the scheme sends it, in upper case. Unchanged when unmapped, but <c>?</c> for several characters with a digit, which
    /// could be a security code. Empty when there is none, or when the provider sent a word instead.
    /// </summary>
    public string Code => _code ?? string.Empty;

    /// <summary>The meaning of the letter.</summary>
    public CvvStatus Status { get; }

    /// <summary>Whether the issuer confirmed the code.</summary>
    public bool IsMatch => Status == CvvStatus.Match;

    /// <summary>Whether no result was given.</summary>
    public bool IsNotProvided => Status == CvvStatus.NotProvided;

    /// <summary>Whether the table does not contain the given result.</summary>
    public bool IsUnmapped => Status == CvvStatus.Unmapped;

    /// <summary>Maps a letter that a provider sent. Never throws.</summary>
    /// <param name="code">The letter; surrounding spaces and the case of ASCII letters do not matter.</param>
    /// <param name="brand">
    /// The brand of the card, for the letter Y: a match at American Express, a wrong code at Mastercard, unmapped elsewhere.
    /// </param>
    /// <returns>
    /// <see cref="NotProvided"/> for <see langword="null"/> and blank text; an unmapped result that keeps the text for an unknown letter.
    /// </returns>
    public static CvvResult FromProvider(string? code, CardBrand brand)
    {
        var text = code.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return NotProvided;
        }

        if (text.Length == 1)
        {
            return FromLetter(text[0], brand);
        }

        return Unmapped(text);
    }

    /// <summary>Creates a result for providers that send no letter.</summary>
    /// <param name="status">The result of the check.</param>
    /// <returns>The result, without a letter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of <see cref="CvvStatus"/>.</exception>
    public static CvvResult FromStatus(CvvStatus status) =>
        !Enum.IsDefined(status)
            ? throw new ArgumentOutOfRangeException(nameof(status), status, "is not a value of CvvStatus.")
        : status == CvvStatus.NotProvided ? NotProvided
        : new CvvResult(string.Empty, status);

    /// <summary>Whether two results have the same letter and meaning.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    /// <returns><see langword="true"/> when they agree.</returns>
    public static bool operator ==(CvvResult left, CvvResult right) => left.Equals(right);

    /// <summary>Whether two results differ in letter or meaning.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(CvvResult left, CvvResult right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(CvvResult other) =>
        string.Equals(_code, other._code, StringComparison.Ordinal) && Status == other.Status;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is CvvResult other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Status);

    /// <summary>The letter and its meaning.</summary>
    /// <returns>For example <c>M (Match)</c>; <c>(none)</c> without a result.</returns>
    public override string ToString() => IsNotProvided ? "(none)" : $"{Code} ({Status})".TrimStart();

    private static CvvResult FromLetter(char letter, CardBrand brand) =>
        letter switch
        {
            'M' or 'm' => new("M", CvvStatus.Match),
            'N' or 'n' => new("N", CvvStatus.NoMatch),
            'P' or 'p' => new("P", CvvStatus.NotProcessed),
            'S' or 's' => new("S", CvvStatus.ShouldBePresent),
            'U' or 'u' => new("U", CvvStatus.IssuerNotParticipating),
            'X' or 'x' => new("X", CvvStatus.NotSupported),
            'D' or 'd' => new("D", CvvStatus.Suspicious),
            'I' or 'i' => new("I", CvvStatus.InvalidData),
            'Y' or 'y' => new("Y", MeaningOfY(brand)),
            _ => new(letter.ToString(), CvvStatus.Unmapped),
        };

    // Several characters with a digit may be the security code itself, entered in the wrong field.
    private static CvvResult Unmapped(ReadOnlySpan<char> text) =>
        new(text.Length > 1 && text.ContainsAnyInRange('0', '9') ? "?" : text.ToString(), CvvStatus.Unmapped);

    private static CvvStatus MeaningOfY(CardBrand brand) =>
        brand == CardBrand.AmericanExpress ? CvvStatus.Match
        : brand == CardBrand.Mastercard ? CvvStatus.NoMatch
        : CvvStatus.Unmapped;
}
