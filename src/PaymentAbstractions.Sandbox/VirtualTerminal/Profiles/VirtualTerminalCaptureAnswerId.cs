using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The name of the id in the answer to a capture; documents and recordings differ.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalCaptureAnswerId>))]
public enum VirtualTerminalCaptureAnswerId
{
    /// <summary><c>ID</c>, as documented.</summary>
    ID,

    /// <summary><c>TransactionId</c>, as recorded.</summary>
    TransactionId,
}
