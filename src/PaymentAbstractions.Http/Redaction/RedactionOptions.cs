namespace PaymentAbstractions.Http;

/// <summary>What <see cref="Redactor"/> masks besides what it knows, and how much it returns.</summary>
public sealed class RedactionOptions
{
    /// <summary>The longest text that is returned, in characters, the mark of a cut included.</summary>
    /// <value>Default 65,536. At least 16.</value>
    public int MaxLength { get; init; } = 64 * 1024;

    /// <summary>Values that must not appear, for example the API key that was sent.</summary>
    /// <value>Default empty. Empty strings are ignored. Percent-encoded and JSON-escaped forms are masked as well.</value>
    /// <remarks>A number of up to four digits, such as a security code, is not masked inside of a longer one.</remarks>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Names whose values are masked besides the built-in ones; casing, <c>_</c>, <c>-</c> and <c>.</c> do not count.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Names { get; init; } = [];
}
