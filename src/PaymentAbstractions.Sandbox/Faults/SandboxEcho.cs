using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What of an answer a fault can falsify.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SandboxEcho>))]
public enum SandboxEcho
{
    /// <summary>The amount.</summary>
    Amount,

    /// <summary>The currency.</summary>
    Currency,

    /// <summary>The type of the transaction.</summary>
    Type,

    /// <summary>The transaction's id.</summary>
    Id,

    /// <summary>The original that a capture or refund belongs to.</summary>
    Parent,

    /// <summary>Nothing that counts: the answer repeats what the request held, secrets included.</summary>
    Request,
}
