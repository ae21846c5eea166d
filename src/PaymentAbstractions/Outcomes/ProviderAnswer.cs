namespace PaymentAbstractions;

/// <summary>The provider's answer as it came, with secrets and card data masked. For support, not for decisions.</summary>
/// <remarks>Thread-safe. The text is made when it is first asked for. Printing shows the status only.</remarks>
public sealed class ProviderAnswer
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

    /// <summary>The status only.</summary>
    /// <returns>For example <c>HTTP 201</c>.</returns>
    public override string ToString() => $"HTTP {HttpStatus}";
}
