using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaymentAbstractions;

/// <summary>Lets the binder of .NET's configuration read a key. There is no way back to text, so that a serializer cannot write a key.</summary>
internal sealed class ApiKeyConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string);

    /// <remarks>Empty text is no key, as everywhere in the configuration of payments.</remarks>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text
            ? text.Length == 0
                ? null
                : new ApiKey(text)
            : throw GetConvertFromException(value);

    public override bool CanConvertTo(ITypeDescriptorContext? context, [NotNullWhen(true)] Type? destinationType) =>
        false;

    public override object? ConvertTo(
        ITypeDescriptorContext? context,
        CultureInfo? culture,
        object? value,
        Type destinationType
    ) => throw GetConvertToException(value, destinationType);
}
