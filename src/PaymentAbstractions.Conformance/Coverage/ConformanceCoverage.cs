using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PaymentAbstractions.Conformance;

/// <summary>Finds the suites, and the suites that are missing from an adapter's tests.</summary>
internal static class ConformanceCoverage
{
    internal const string NeedsReflection = "Inspects all types of an assembly.";

    /// <summary>The open generic types of all suites, ordered by name.</summary>
    public static IReadOnlyList<Type> All
    {
        [RequiresUnreferencedCode(NeedsReflection)]
        get =>
            [
                .. typeof(ConformanceCoverage)
                    .Assembly.GetExportedTypes()
                    .Where(type => type is { IsAbstract: true, BaseType.IsGenericType: true })
                    .Where(type => type.BaseType!.GetGenericTypeDefinition() == typeof(ConformanceSuite<>))
                    .OrderBy(type => type.Name, StringComparer.Ordinal),
            ];
    }

    /// <summary>Lists the suites that no class runs over a harness.</summary>
    /// <param name="testAssembly">The assembly with the adapter's tests.</param>
    /// <param name="harnessType">The adapter's harness.</param>
    /// <returns>The open generic suites from which no concrete public class of the assembly derives with that harness.</returns>
    [RequiresUnreferencedCode(NeedsReflection)]
    public static IReadOnlyList<Type> Missing(Assembly testAssembly, Type harnessType)
    {
        var present = ClassesOver(testAssembly, harnessType)
            .Where(type => type.IsVisible)
            .SelectMany(BasesOf)
            .Select(suite => suite.GetGenericTypeDefinition())
            .ToHashSet();
        return [.. All.Where(suite => !present.Contains(suite))];
    }

    /// <summary>Lists the classes that run a suite over a harness, including classes that a test runner does not discover.</summary>
    /// <param name="testAssembly">The assembly with the adapter's tests.</param>
    /// <param name="harnessType">The adapter's harness.</param>
    /// <returns>The classes.</returns>
    [RequiresUnreferencedCode(NeedsReflection)]
    public static IEnumerable<Type> ClassesOver(Assembly testAssembly, Type harnessType) =>
        testAssembly
            .GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .Where(type => BasesOf(type).Any(suite => suite.GenericTypeArguments[0] == harnessType));

    /// <summary>Whether a class derives from a suite.</summary>
    /// <param name="type">The class.</param>
    /// <param name="suite">The open generic suite.</param>
    /// <returns>Whether it does.</returns>
    public static bool Runs(Type type, Type suite) => BasesOf(type).Any(one => one.GetGenericTypeDefinition() == suite);

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (one is { IsGenericType: true, GenericTypeArguments.Length: 1 })
            {
                yield return one;
            }
        }
    }
}
