using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What a void does when the transaction is already settled.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<IfSettled>))]
public enum IfSettled
{
    /// <summary>Refuse: the result is Rejected.</summary>
    Refuse = 0,

    /// <summary>Refund the whole amount instead.</summary>
    Refund,
}
