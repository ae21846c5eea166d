using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentAbstractions.Json;

/// <summary>Determines which kinds of an open hierarchy serializer options know.</summary>
internal static class KnownKinds
{
    public static bool Includes<T>(JsonSerializerOptions options, T value)
        where T : class =>
        options.TryGetTypeInfo(typeof(T), out var kinds)
        && kinds.PolymorphismOptions?.DerivedTypes.Any(kind => kind.DerivedType == value.GetType()) == true;

    public static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where T : class => JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    public static void Write<T>(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        where T : class => JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
