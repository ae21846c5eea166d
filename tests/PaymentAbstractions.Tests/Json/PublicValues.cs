using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Tests;

/// <summary>Finds the public records and structs of an assembly, and checks that values survive JSON.</summary>
internal static class PublicValues
{
    /// <summary>Values that can be created and contain no secret.</summary>
    public static IEnumerable<Type> Of(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => IsValue(type) && !type.IsAbstract && !HoldsSecret(type));

    /// <summary>The base types whose derived types have a discriminator.</summary>
    public static IEnumerable<Type> BasesOf(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => IsValue(type) && type.IsAbstract);

    /// <summary>Values that contain a secret.</summary>
    public static IEnumerable<Type> WithSecretOf(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => IsValue(type) && !type.IsAbstract && HoldsSecret(type));

    public static IReadOnlyList<Type> KnownKindsOf(Type type) =>
        [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(kind => kind.DerivedType)];

    /// <summary>Asserts that a value is equal after a round trip, and that writing it again gives the same text.</summary>
    public static void AssertSurvives(object value, Type declared, JsonSerializerOptions? options = null)
    {
        var text = JsonSerializer.Serialize(value, declared, options);
        var back = JsonSerializer.Deserialize(text, declared, options);

        Assert.Equal(value, back);
        Assert.Equal(value.GetType(), back?.GetType());
        Assert.Equal(text, JsonSerializer.Serialize(back, declared, options));
    }

    private static bool IsValue(Type type) =>
        type is { IsEnum: false, IsByRefLike: false, ContainsGenericParameters: false }
        && (type.IsValueType || type.GetMethod("<Clone>$") is not null);

    public static bool HoldsSecret(Type type) =>
        type.GetProperties().Any(property => property.PropertyType.IsAssignableTo(typeof(Secret)));
}
