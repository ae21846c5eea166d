using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How an answer can contradict its request.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<AnomalyKind>))]
public enum AnomalyKind
{
    /// <summary>Another way than those below.</summary>
    Other = 0,

    /// <summary>Another amount.</summary>
    Amount,

    /// <summary>Another currency.</summary>
    Currency,

    /// <summary>Another type of transaction: a fresh sale instead of a capture, or a capture instead of a sale.</summary>
    TransactionType,

    /// <summary>No transaction id, or another parent transaction.</summary>
    TransactionId,

    /// <summary>Result and response code contradict each other.</summary>
    ResponseCode,

    /// <summary>Another customer.</summary>
    Customer,

    /// <summary>A partial approval that was not asked for.</summary>
    PartialApprovalNotRequested,
}
