using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The parts of an answer that a fault can falsify.</summary>
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

    /// <summary>The reference to the original of a capture or refund.</summary>
    Parent,

    /// <summary>The status: the answer shows an undocumented one.</summary>
    Status,

    /// <summary>The idempotency key: the answer shows a different one.</summary>
    Key,

    /// <summary>The idempotency key: the answer shows none.</summary>
    MissingKey,

    /// <summary>The reference to the original of a capture or refund: the answer shows none.</summary>
    MissingParent,

    /// <summary>The transaction's id: the answer shows that of a transaction that existed before.</summary>
    OtherId,

    /// <summary>No deciding value: the answer repeats the request in a text, including secrets.</summary>
    Request,
}
