using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes the values of an enumeration as their names and reads nothing else: no numbers, no unknown names.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <remarks>Thread-safe. A name that the enumeration does not have is a <see cref="System.Text.Json.JsonException"/> that does not quote it.</remarks>
public sealed class EnumNameJsonConverter<TEnum> : JsonStringEnumConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>Creates the converter; the serializer does so.</summary>
    public EnumNameJsonConverter()
        : base(namingPolicy: null, allowIntegerValues: false) { }
}
