using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Tests;

public sealed class JsonRoundTripTests
{
    private static readonly JsonSerializerOptions Generated = AllValuesJsonContext.Default.Options;

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static TheoryData<Type> Values => [.. PublicValues.Of(typeof(Money).Assembly)];

    public static TheoryData<Type, Type> Kinds =>
        [
            .. from type in PublicValues.BasesOf(typeof(Money).Assembly)
            from kind in PublicValues.KnownKindsOf(type)
            where PublicValues.Of(kind.Assembly).Contains(kind)
            select new TheoryDataRow<Type, Type>(type, kind),
        ];

    [Fact]
    public void The_values_are_found()
    {
        Assert.True(Values.Count > 40);
        Assert.True(Kinds.Count > 10);
        Assert.Contains(typeof(Money), Values.Select(row => row.Data));
        Assert.Contains(typeof(PaymentResult), Values.Select(row => row.Data));
        Assert.Contains(typeof(SaleRequest), Values.Select(row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_default_options(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type);

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_a_naming_policy(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type, CamelCase);

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_generated_metadata(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type, Generated);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_survives_as_its_base(Type type, Type kind)
    {
        PublicValues.AssertSurvives(SampleValues.Of(kind), type);
        PublicValues.AssertSurvives(SampleValues.Of(kind), type, Generated);
    }

    [Fact]
    public void A_struct_that_is_not_given_survives_and_mostly_as_null()
    {
        var structs = Values.Select(row => row.Data).Where(type => type.IsValueType).ToList();

        Assert.True(structs.Count > 8);
        Assert.All(structs, type => PublicValues.AssertSurvives(Activator.CreateInstance(type)!, type));
        Assert.All(
            structs,
            type => Assert.Equal(Activator.CreateInstance(type), JsonSerializer.Deserialize("null", type))
        );
        Assert.Equal(
            typeof(ResponseCode),
            Assert.Single(structs, type => JsonSerializer.Serialize(Activator.CreateInstance(type), type) != "null")
        );
    }

    [Fact]
    public void A_context_that_knows_the_entry_points_knows_the_items_of_their_lists()
    {
        Type[] entryPoints = [typeof(PaymentResult), typeof(FindResult), typeof(PaymentRequest), typeof(VaultResult)];

        Assert.All(
            entryPoints,
            type => PublicValues.AssertSurvives(SampleValues.Of(type), type, EntryPointsJsonContext.Default.Options)
        );
        PublicValues.AssertSurvives(
            SampleValues.Of(typeof(GatewayCapabilities)),
            typeof(GatewayCapabilities),
            CapabilitiesJsonContext.Default.Options
        );
    }

    [Fact]
    public void The_items_of_every_list_of_a_record_are_known()
    {
        var lists = Values
            .SelectMany(row => row.Data.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            .Where(property => property.GetCustomAttribute<JsonConverterAttribute>() is null)
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            .Distinct()
            .ToList();

        Assert.True(lists.Count > 5);
        Assert.All(
            lists,
            list => Assert.NotNull(Json.ListItemJsonContext.Default.GetTypeInfo(list.GetGenericArguments()[0]))
        );
    }
}
