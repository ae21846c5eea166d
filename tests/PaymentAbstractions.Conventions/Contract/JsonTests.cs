using System.Reflection;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Conventions;

public sealed class JsonTests
{
    private static readonly string[] WithValues =
    [
        "PaymentAbstractions",
        "PaymentAbstractions.CommercialCards",
        "PaymentAbstractions.Journal",
        "PaymentAbstractions.Pipeline",
    ];

    [Fact]
    public void Every_enum_is_written_by_name()
    {
        var enums = ShippedProject
            .All.SelectMany(project => project.Assembly.GetExportedTypes())
            .Where(type => type.IsEnum)
            .ToList();

        Assert.True(enums.Count > 40);
        Findings.None(
            from type in enums
            let converter = type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType
            where
                converter != typeof(EnumNameJsonConverter<>).MakeGenericType(type)
                // The emulators share no code with the library.
                && converter?.IsAssignableTo(typeof(JsonStringEnumConverter<>).MakeGenericType(type)) != true
            select type.FullName
        );
    }

    [Fact]
    public void Properties_that_follow_from_the_rest_of_a_record_are_not_written()
    {
        var records = WithValues
            .SelectMany(name => ShippedProject.Named(name).Assembly.GetExportedTypes())
            .Where(type => type.GetMethod("<Clone>$") is not null)
            .Where(type => type.GetCustomAttribute<JsonConverterAttribute>() is null)
            .ToList();

        Assert.True(records.Count > 50);
        Findings.None(
            from type in records
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            where property.SetMethod is not { IsPublic: true }
            where property.GetCustomAttribute<JsonIgnoreAttribute>() is null
            select $"{type}.{property.Name}"
        );
    }
}
