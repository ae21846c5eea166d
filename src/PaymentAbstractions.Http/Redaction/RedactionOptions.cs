namespace PaymentAbstractions.Http;

/// <summary>What <see cref="Redactor"/> masks in addition to its built-in rules, and how much text it returns.</summary>
public sealed class RedactionOptions
{
    /// <summary>The maximum length of the returned text in characters, including the mark of a cut.</summary>
    /// <value>The default is 65,536; the minimum is 16.</value>
    public int MaxLength { get; init; } = 64 * 1024;

    /// <summary>Values that must not appear in the result, for example the API key that was sent.</summary>
    /// <value>The default is an empty list. Empty strings are ignored. Percent-encoded and JSON-escaped forms are masked as well.</value>
    /// <remarks>A number of up to four digits, such as a security code, is not masked inside a longer number.</remarks>
    public IReadOnlyList<string> Secrets
    {
        get;
        // A copy, because the forms of the secrets are determined once.
        init => field = value is null ? [] : [.. value];
    } = [];

    /// <summary>
    /// Names whose values are masked in addition to the built-in names. Casing, <c>_</c>, <c>-</c> and <c>.</c> are ignored.
    /// </summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The forms of the secrets, determined once, because one set of options masks many texts.</summary>
    internal IReadOnlyList<string> Forms => field ??= SecretValues.FormsOf(Secrets);
}
