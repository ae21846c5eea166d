using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes every <see cref="ValueList{T}"/> as an array.</summary>
/// <remarks>This type is thread-safe.</remarks>
public sealed class ValueListJsonConverter : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsAssignableTo(typeof(IJsonList));
    }

    /// <inheritdoc />
    /// <remarks>Each list type creates its own converter, because native AOT cannot create a generic type at run time.</remarks>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2067",
        Justification = "No constructor runs: the object only creates the converter of its type and is discarded."
    )]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return ((IJsonList)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
    }
}
