using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes every <see cref="ValueList{T}"/> as an array.</summary>
/// <remarks>
/// Thread-safe. A program compiled ahead of time has the lists of this library's own types; for a list of its own items it puts
/// <see cref="ValueListJsonConverter{T}"/> on the property or into the options.
/// </remarks>
public sealed class ValueListJsonConverter : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">The program is compiled ahead of time and the items are not of this library.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        var item = typeToConvert.GetGenericArguments()[0];
        return Known(item)
            ?? (
                RuntimeFeature.IsDynamicCodeSupported
                    ? (JsonConverter)Activator.CreateInstance(typeof(ValueListJsonConverter<>).MakeGenericType(item))!
                    : throw new NotSupportedException(
                        $"A list of {item.Name} needs a converter of its own in a program that is compiled ahead of time: "
                            + $"add new ValueListJsonConverter<{item.Name}>() to the options."
                    )
            );
    }

    internal static JsonConverter? Known(Type item) =>
        item == typeof(string) ? new ValueListJsonConverter<string>()
        : item == typeof(TransactionReference) ? new ValueListJsonConverter<TransactionReference>()
        : item == typeof(RequestProblem) ? new ValueListJsonConverter<RequestProblem>()
        : item == typeof(PaymentOperation) ? new ValueListJsonConverter<PaymentOperation>()
        : item == typeof(PaymentMethodKind) ? new ValueListJsonConverter<PaymentMethodKind>()
        : item == typeof(RedirectPresentation) ? new ValueListJsonConverter<RedirectPresentation>()
        : item == typeof(Currency) ? new ValueListJsonConverter<Currency>()
        : item == typeof(CommercialLineItem) ? new ValueListJsonConverter<CommercialLineItem>()
        : item == typeof(CommercialCardFinding) ? new ValueListJsonConverter<CommercialCardFinding>()
        : null;
}
