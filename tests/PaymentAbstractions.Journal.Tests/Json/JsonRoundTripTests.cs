using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentAbstractions.Journal.Json;
using PaymentAbstractions.Tests;

namespace PaymentAbstractions.Journal.Tests;

public sealed class JsonRoundTripTests
{
    private static readonly Type[] Items =
    [
        typeof(JournalAttempt),
        typeof(JournalChange),
        typeof(JournalRevision),
        typeof(JournalField),
        typeof(JournalNotification),
    ];

    public static TheoryData<Type> Values => [.. PublicValues.Of(typeof(JournalEntry).Assembly)];

    public static TheoryData<Type> EntryPoints => [.. Values.Select(row => row.Data).Except(Items)];

    [Fact]
    public void The_values_are_found()
    {
        Assert.True(Values.Count > 10);
        Assert.Contains(typeof(JournalEntry), Values.Select(row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_public_value_survives_with_default_options(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type);

    [Theory]
    [MemberData(nameof(EntryPoints))]
    public void Every_public_value_survives_with_generated_metadata(Type type) =>
        PublicValues.AssertSurvives(SampleValues.Of(type), type, JournalJsonContext.Default.Options);

    [Fact]
    public void The_items_of_every_list_are_known_to_a_context_that_names_only_entries()
    {
        IJsonTypeInfoResolver items = JournalItemJsonContext.Default;

        Assert.All(Items, type => Assert.Null(JournalJsonContext.Default.GetTypeInfo(type)));
        Assert.All(Items, type => Assert.NotNull(items.GetTypeInfo(type, JsonSerializerOptions.Default)));
    }
}
