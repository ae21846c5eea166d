using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PaymentAbstractions.Conformance;

/// <summary>Tells which suites an adapter's tests lack.</summary>
public static class ConformanceCoverage
{
    /// <summary>Lists the suites without a class that a runner would run for a harness.</summary>
    /// <param name="testAssembly">The assembly with the adapter's tests.</param>
    /// <param name="harnessType">The adapter's harness.</param>
    /// <returns>The open generic suites that no concrete public class of the assembly derives from with that harness.</returns>
    [RequiresUnreferencedCode("Looks at all types of the test assembly.")]
    public static IReadOnlyList<Type> Missing(Assembly testAssembly, Type harnessType)
    {
        var present = Run(testAssembly, harnessType);
        return [.. ConformanceSuites.All.Where(suite => !present.Contains(suite))];
    }

    /// <summary>Lists the suites with a class that a runner would run for a harness.</summary>
    /// <param name="testAssembly">The assembly with the adapter's tests.</param>
    /// <param name="harnessType">The adapter's harness.</param>
    /// <returns>The open generic suites, in the order of <see cref="ConformanceSuites.All"/>.</returns>
    [RequiresUnreferencedCode("Looks at all types of the test assembly.")]
    public static IReadOnlyList<Type> Run(Assembly testAssembly, Type harnessType)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        ArgumentNullException.ThrowIfNull(harnessType);
        var present = ClassesOver(testAssembly, harnessType)
            .Where(type => type.IsVisible)
            .SelectMany(BasesOf)
            .Select(suite => suite.GetGenericTypeDefinition())
            .ToHashSet();
        return [.. ConformanceSuites.All.Where(present.Contains)];
    }

    [RequiresUnreferencedCode("Looks at all types of the test assembly.")]
    internal static IEnumerable<Type> ClassesOver(Assembly testAssembly, Type harnessType) =>
        testAssembly
            .GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .Where(type => BasesOf(type).Any(suite => suite.GenericTypeArguments[0] == harnessType));

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
