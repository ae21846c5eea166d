namespace PaymentAbstractions;

/// <summary>The provider's answer as it came, with secrets and card data masked. For support, not for decisions.</summary>
/// <remarks>
/// Thread-safe. Compares by value: the status and the redacted text. The text is made when it is first asked for, or when two
/// answers of one status are compared. Printing shows the status only.
/// </remarks>
public sealed class ProviderAnswer : IEquatable<ProviderAnswer>
{
    private readonly Lazy<string> _body;

    /// <summary>Keeps an answer whose text is redacted when somebody asks for it.</summary>
    /// <param name="httpStatus">The HTTP status.</param>
    /// <param name="redactedBody">Makes the redacted text.</param>
    public ProviderAnswer(int httpStatus, Func<string> redactedBody)
    {
        ArgumentNullException.ThrowIfNull(redactedBody);
        HttpStatus = httpStatus;
        _body = new Lazy<string>(redactedBody);
    }

    /// <summary>The HTTP status.</summary>
    public int HttpStatus { get; }

    /// <summary>The redacted body.</summary>
    public string Body => _body.Value;

    /// <summary>Whether both have the same status and the same redacted text.</summary>
    /// <param name="other">The other answer.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ProviderAnswer? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && HttpStatus == other.HttpStatus
            && string.Equals(Body, other.Body, StringComparison.Ordinal)
        );

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ProviderAnswer);

    /// <inheritdoc />
    /// <remarks>Of the status alone, so that nothing has to be redacted for it.</remarks>
    public override int GetHashCode() => HttpStatus;

    /// <summary>The status only.</summary>
    /// <returns>For example <c>HTTP 201</c>.</returns>
    public override string ToString() => $"HTTP {HttpStatus}";
}
