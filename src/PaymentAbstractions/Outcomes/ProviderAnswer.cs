namespace PaymentAbstractions;

/// <summary>The provider's response with secrets and card data masked. For support, not for decisions.</summary>
/// <remarks>
/// Instances are immutable and compare by value. They keep their own copy of the text and nothing of the transport. An adapter keeps the
/// responses that prove no final outcome, and all others only with <c>Payments:KeepAnswers</c>. <see cref="ToString"/> returns only the
/// status.
/// </remarks>
public sealed record ProviderAnswer
{
    /// <summary>The HTTP status.</summary>
    public required int HttpStatus { get; init; }

    /// <summary>The redacted body.</summary>
    public required string Body { get; init; }

    /// <summary>The status only.</summary>
    /// <returns>For example <c>HTTP 201</c>.</returns>
    public override string ToString() => $"HTTP {HttpStatus}";
}
