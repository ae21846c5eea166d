using System.Text;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Http;

/// <summary>Masks secrets and card data in text for people.</summary>
/// <remarks>
/// <para>
/// By name: the values of JSON members, form and query fields, XML elements and header lines whose name is that of a secret. By value:
/// every run of 12 to 19 digits that passes the Luhn check, with or without separators between its groups, every longer run of digits, and
/// the secrets that the caller provides. Digits and separators of any script count, including those that are escaped for addresses, HTML or
/// JSON; a UUID is not a card number. A text that is too long is cut between two grapheme clusters.
/// </para>
/// <para>This type is thread-safe and never throws, for any input. A mask may hide harmless text, which is the safe choice.</para>
/// </remarks>
public static class Redactor
{
    internal const string Mask = "***";
    private const string Cut = "... (cut)";
    private const int ShortestLimit = 16;
    private static readonly RedactionOptions Defaults = new();

    /// <summary>Masks secrets in UTF-8 bytes; bytes that are not UTF-8 become replacement characters.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="options">What else to mask, and how much to return; <see langword="null"/> for the defaults.</param>
    /// <returns>The masked text.</returns>
    public static string Redact(ReadOnlySpan<byte> utf8, RedactionOptions? options = null) =>
        Redact(Encoding.UTF8.GetString(utf8), options);

    /// <summary>Masks secrets in text.</summary>
    /// <param name="text">The text; <see langword="null"/> is treated as empty.</param>
    /// <param name="options">What else to mask, and how much to return; <see langword="null"/> for the defaults.</param>
    /// <returns>The masked text.</returns>
    public static string Redact(string? text, RedactionOptions? options = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        options ??= Defaults;
        var limit = Math.Max(options.MaxLength, ShortestLimit);
        var masked = SecretValues.Mask(text, options.Forms);
        if (masked.Length <= limit && !RedactionScanner.MayFind(masked))
        {
            return masked;
        }

        var output = new StringBuilder(Math.Min(masked.Length, limit));
        new RedactionScanner(masked, SecretNames.With(options.Names), output, limit).Run();
        return output.Length > limit
            ? TextCut.ToLength(output.ToString(), limit - Cut.Length) + Cut
            : output.ToString();
    }
}
