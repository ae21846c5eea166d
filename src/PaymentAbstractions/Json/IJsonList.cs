using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>A list that makes the converter of its type; asks nothing of the list itself.</summary>
internal interface IJsonList
{
    JsonConverter CreateConverter();
}
