using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>A list that creates the converter of its type, without using the state of the list.</summary>
internal interface IJsonList
{
    JsonConverter CreateConverter();
}
