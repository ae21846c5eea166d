namespace PaymentAbstractions;

/// <summary>The provider's answer with secrets and card data masked. For support, not for decisions.</summary>
/// <remarks>
/// Immutable, compares by value. Holds a text of its own and nothing of the transport. An adapter keeps the answers that prove no
/// final outcome, and the others only with <c>Payments:KeepAnswers</c>. Printing shows the status only.
/// </remarks>
/// <param name="HttpStatus">The HTTP status.</param>
/// <param name="Body">The redacted body.</param>
public sealed record ProviderAnswer(int HttpStatus, string Body)
{
    /// <summary>The status only.</summary>
    /// <returns>For example <c>HTTP 201</c>.</returns>
    public override string ToString() => $"HTTP {HttpStatus}";
}
