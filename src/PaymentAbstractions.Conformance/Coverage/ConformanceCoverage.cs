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
        ArgumentNullException.ThrowIfNull(testAssembly);
        ArgumentNullException.ThrowIfNull(harnessType);
        var present = testAssembly
            .GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsVisible: true })
            .SelectMany(BasesOf)
            .Where(suite => suite.GenericTypeArguments[0] == harnessType)
            .Select(suite => suite.GetGenericTypeDefinition())
            .ToHashSet();
        return [.. ConformanceSuites.All.Where(suite => !present.Contains(suite))];
    }

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
