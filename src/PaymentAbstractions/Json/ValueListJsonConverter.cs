using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes every <see cref="ValueList{T}"/> as an array.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ValueListJsonConverter : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsAssignableTo(typeof(IJsonList));
    }

    /// <inheritdoc />
    /// <remarks>A list makes its own converter, because no generic type can be made in a program that is compiled ahead of time.</remarks>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2067",
        Justification = "No constructor runs: the object leads to the converter of its type and is dropped."
    )]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return ((IJsonList)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
    }
}
