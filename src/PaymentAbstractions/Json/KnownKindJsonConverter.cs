using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PaymentAbstractions.Json;

/// <summary>Writes a value of an open hierarchy when the serializer options know its kind, and <c>null</c> otherwise.</summary>
/// <typeparam name="T">The base of the hierarchy.</typeparam>
/// <remarks>
/// This type is thread-safe. The known kinds are those of <see cref="JsonDerivedTypeAttribute"/> on the base and those that an application
/// adds to <see cref="JsonPolymorphismOptions.DerivedTypes"/> in a modifier of its resolver. Values of other kinds are left out, so that
/// one property never prevents a whole result from being written.
/// </remarks>
public sealed class KnownKindJsonConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc />
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return KnownKinds.Read<T>(ref reader, options);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        if (KnownKinds.Includes(options, value))
        {
            KnownKinds.Write(writer, value, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
