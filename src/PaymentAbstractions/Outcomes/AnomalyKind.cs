using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The ways in which a response can contradict its request.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<AnomalyKind>))]
public enum AnomalyKind
{
    /// <summary>A contradiction other than those below.</summary>
    Other = 0,

    /// <summary>The amount differs.</summary>
    Amount,

    /// <summary>The currency differs.</summary>
    Currency,

    /// <summary>The type of transaction differs: a new sale instead of a capture, or a capture instead of a sale.</summary>
    TransactionType,

    /// <summary>The transaction id is missing, or the parent transaction differs.</summary>
    TransactionId,

    /// <summary>The result and the response code contradict each other.</summary>
    ResponseCode,

    /// <summary>The customer differs.</summary>
    Customer,

    /// <summary>The approval is partial, although the request did not allow that.</summary>
    PartialApprovalNotRequested,
}
