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

    /// <summary>The status: the answer shows one that the API does not document.</summary>
    Status,

    /// <summary>The idempotency key.</summary>
    Key,

    /// <summary>The idempotency key: the answer shows none.</summary>
    MissingKey,

    /// <summary>The original that a capture or refund belongs to: the answer shows none.</summary>
    MissingParent,

    /// <summary>The transaction's id: the answer shows that of a transaction that was there before.</summary>
    OtherId,

    /// <summary>Nothing that counts: the answer repeats what the request held, secrets included.</summary>
    Request,
}
