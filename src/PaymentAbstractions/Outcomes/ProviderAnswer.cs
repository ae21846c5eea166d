using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The provider's response with secrets and card data masked. For support, not for decisions.</summary>
/// <remarks>
/// Instances are immutable and compare by value. They keep their own copy of the text and nothing of the transport. An adapter keeps the
/// responses that prove no final outcome, and all others only with <c>Payments:KeepAnswers</c>. <see cref="ToString"/> returns only the
/// status.
/// The text is not a readable property, so that a structured logger that writes all properties of a result does not write it.
/// </remarks>
[JsonConverter(typeof(ProviderAnswerJsonConverter))]
public sealed record ProviderAnswer
{
    /// <summary>The HTTP status.</summary>
    public required int HttpStatus { get; init; }

    /// <summary>Sets the redacted body; <see cref="ReadBody"/> reads it.</summary>
    public required string Body { internal get; init; }

    /// <summary>The redacted body.</summary>
    /// <returns>The text.</returns>
    public string ReadBody() => Body;

    /// <summary>The status only.</summary>
    /// <returns>For example <c>HTTP 201</c>.</returns>
    public override string ToString() => $"HTTP {HttpStatus}";
}
