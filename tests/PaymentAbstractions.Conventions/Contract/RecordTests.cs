using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using static System.StringComparison;

namespace PaymentAbstractions.Conventions;

public sealed class RecordTests
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Base types from which adapters derive.</summary>
    private static readonly Type[] Open =
    [
        typeof(NextAction),
        typeof(PaymentNotification),
        typeof(ProviderRequestOptions),
    ];

    private static readonly Type[] Records =
    [
        .. ShippedProject
            .ContractAndCards.SelectMany(project => project.Assembly.GetExportedTypes())
            .Where(IsRecord)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<string> RecordNames => [.. Records.Select(type => type.FullName!)];

    [Fact]
    public void The_records_are_found()
    {
        Assert.True(Records.Length > 30);
        Assert.Contains(typeof(SaleRequest), Records);
        Assert.Contains(typeof(PaymentResult), Records);
        Assert.Contains(typeof(CommercialOrder), Records);
        Assert.Contains(typeof(IdempotencyKey), Records);
        Assert.DoesNotContain(typeof(ValueList<>), Records);
    }

    [Fact]
    public void Requests_and_results_are_records() =>
        Findings.None(
            from type in ShippedProject.Contract.Assembly.GetExportedTypes()
            where type.IsClass && (type.Name.EndsWith("Request", Ordinal) || type.Name.EndsWith("Result", Ordinal))
            where !Records.Contains(type)
            select type.FullName
        );

    [Theory]
    [MemberData(nameof(RecordNames))]
    public void A_record_is_sealed_or_a_closed_base_unless_adapters_derive_from_it(string name)
    {
        var type = Find(name);

        var isClosedBase =
            type.IsAbstract
            && type.GetConstructors(AnyInstance).Where(NoCopy).All(one => one.IsPrivate || one.IsFamilyAndAssembly);

        Assert.True(type.IsSealed || isClosedBase != Open.Contains(type), $"{name} can be derived from by anyone.");
    }

    [Theory]
    [MemberData(nameof(RecordNames))]
    public void A_record_is_not_positional(string name) => Assert.Null(Find(name).GetMethod("Deconstruct"));

    [Theory]
    [MemberData(nameof(RecordNames))]
    public void Anyone_can_construct_a_record(string name)
    {
        var type = Find(name);

        var factories = type.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(method => method.ReturnType == type && !method.IsSpecialName);

        Assert.True(
            type.IsAbstract || type.GetConstructors().Length > 0 || (type.IsValueType && factories.Any()),
            $"{name} has no public constructor."
        );
    }

    [Theory]
    [MemberData(nameof(RecordNames))]
    public void The_values_of_a_record_never_change(string name)
    {
        var settable = Find(name)
            .GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter));
        var fields = Find(name).GetFields(BindingFlags.Instance | BindingFlags.Public);

        Findings.None(settable.Select(property => property.Name));
        Findings.None(fields.Select(field => field.Name));
    }

    [Theory]
    [MemberData(nameof(RecordNames))]
    public void A_collection_in_a_record_compares_by_value(string name)
    {
        var others = Find(name)
            .GetProperties()
            .Where(property => IsCollection(property.PropertyType) && !ComparesByValue(property.PropertyType))
            .Select(property => $"{name}.{property.Name} is {property.PropertyType}");

        Findings.None(others);
    }

    [Fact]
    public void Collections_in_records_are_found() =>
        Assert.Contains(
            Records.SelectMany(type => type.GetProperties()),
            property => ComparesByValue(property.PropertyType)
        );

    private static Type Find(string name) => Records.Single(type => type.FullName == name);

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", AnyInstance | BindingFlags.DeclaredOnly) is not null;

    private static bool NoCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is not [{ ParameterType: var only }] || only != constructor.DeclaringType;

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsCollection(Type type) =>
        type != typeof(string)
        && (typeof(IEnumerable).IsAssignableFrom(type) || type.Name.Contains("Memory`", Ordinal));

    private static bool ComparesByValue(Type type) =>
        type == typeof(Metadata) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>));
}
