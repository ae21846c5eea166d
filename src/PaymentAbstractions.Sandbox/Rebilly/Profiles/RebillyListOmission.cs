using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>Which transactions the list leaves out, although each can be read by its id.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyListOmission>))]
public enum RebillyListOmission
{
    /// <summary>None: the list is whole.</summary>
    None,

    /// <summary>Transactions of type authorize and credit.</summary>
    AuthorizationsAndCredits,
}
