using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The transactions that the list omits, although each can be read by its id.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyListOmission>))]
public enum RebillyListOmission
{
    /// <summary>None: the list is complete.</summary>
    None,

    /// <summary>Transactions of type authorize and credit.</summary>
    AuthorizationsAndCredits,
}
