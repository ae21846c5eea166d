using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Reads the 3-D Secure part of a transaction; one of another shape is left out.</summary>
internal sealed class ThreeDSecureConverter : JsonConverter<ThreeDSecureBody>
{
    public override ThreeDSecureBody? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var body = new ThreeDSecureBody(null, null, null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var text = LenientTextConverter.Read(ref reader);
            body = name switch
            {
                "version" => body with { Version = text },
                "enrolled" => body with { Enrolled = text },
                "authenticated" => body with { Authenticated = text },
                "liability" => body with { Liability = text },
                _ => body,
            };
        }

        return body;
    }

    public override void Write(Utf8JsonWriter writer, ThreeDSecureBody value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only read.");
}
