using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>The reason why a response body was not read as JSON.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JsonProblem>))]
public enum JsonProblem
{
    /// <summary>No problem: a value was read.</summary>
    None = 0,

    /// <summary>The body is missing or only white space.</summary>
    EmptyBody,

    /// <summary>The content type is neither <c>application/json</c> nor one that ends in <c>+json</c>.</summary>
    NotJsonContentType,

    /// <summary>The body is not JSON, or does not have the expected shape.</summary>
    MalformedJson,

    /// <summary>The body is the JSON literal <c>null</c>.</summary>
    JsonNull,
}
