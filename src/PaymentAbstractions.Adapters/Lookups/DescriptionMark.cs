namespace PaymentAbstractions.Adapters;

/// <summary>
/// Appends the idempotency key to a description, for operations without a key. A look-up finds the key there if the provider repeats the
/// description.
/// </summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
public sealed class DescriptionMark
{
    private const string Prefix = "ref:";
    private readonly int _digits;
    private readonly int _maxLength;

    /// <summary>Creates a mark.</summary>
    /// <param name="digits">
    /// The number of digits of the key in the mark, 20 to 40. With fewer than 20, two keys could have the same mark.
    /// </param>
    /// <param name="maxLength">The longest description that the provider accepts, in characters.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of digits is too small or too large, or the mark does not fit.</exception>
    public DescriptionMark(int digits, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 20);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 40);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, Prefix.Length + digits);
        _digits = digits;
        _maxLength = maxLength;
    }

    /// <summary>The longest text of a request, in characters, that leaves room for a space and the mark.</summary>
    public int MaxTextLength => Math.Max(0, _maxLength - 1 - Length);

    private int Length => Prefix.Length + _digits;

    /// <summary>Appends the mark to a text.</summary>
    /// <param name="text">The text; may be <see langword="null"/>.</param>
    /// <param name="wireKey">The key.</param>
    /// <returns>The description.</returns>
    public string Write(string? text, string wireKey) =>
        string.IsNullOrEmpty(text) ? Of(wireKey) : $"{text} {Of(wireKey)}";

    /// <summary>Whether a description has the mark of a key.</summary>
    /// <param name="description">The description.</param>
    /// <param name="wireKey">The key.</param>
    /// <returns>Whether it ends in the mark.</returns>
    public bool Carries(string? description, string wireKey) =>
        description?.TrimEnd().EndsWith(Of(wireKey), StringComparison.Ordinal) == true;

    /// <summary>Whether a description ends in a mark of any key.</summary>
    /// <param name="description">The description.</param>
    /// <returns>Whether it ends in the mark.</returns>
    public bool IsMarked(string? description) => Read(description) is not null;

    /// <summary>Reads the digits of the key from a description.</summary>
    /// <param name="description">The description.</param>
    /// <returns>The digits in the mark; <see langword="null"/> when the description does not end with a mark.</returns>
    public string? Read(string? description)
    {
        var text = description.AsSpan().TrimEnd();
        return
            text.Length >= Length
            && text[^Length..].StartsWith(Prefix, StringComparison.Ordinal)
            && text[^_digits..].ToString() is var digits
            && IsKey(digits)
            ? digits
            : null;
    }

    internal static bool IsKey(string? text) =>
        text is { Length: >= 20 and <= 40 } && text.All(char.IsAsciiHexDigitLower);

    private string Of(string wireKey) => Prefix + wireKey[.._digits];
}
