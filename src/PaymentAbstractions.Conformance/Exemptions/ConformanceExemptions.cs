using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PaymentAbstractions.Conformance;

/// <summary>Checks a harness's exemptions against its gateway.</summary>
internal static class ConformanceExemptions
{
    /// <summary>Runs every fact that a harness exempts, and lists the exemptions that are not necessary or not allowed.</summary>
    /// <param name="testAssembly">The assembly with the adapter's tests.</param>
    /// <param name="harness">The initialized harness.</param>
    /// <param name="cancellationToken">Cancels the runs.</param>
    /// <returns>
    /// One line for each exemption that has no reason, whose fact is not in a suite of this harness, whose fact applies after all, or that
    /// concerns a claimed feature; empty when the list is correct.
    /// </returns>
    [RequiresUnreferencedCode(ConformanceCoverage.NeedsReflection)]
    public static async Task<IReadOnlyList<string>> ProblemsAsync(
        Assembly testAssembly,
        ConformanceHarness harness,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        ArgumentNullException.ThrowIfNull(harness);
        // Excludes the suite that calls this method, because it would call itself.
        var suites = ConformanceCoverage
            .ClassesOver(testAssembly, harness.GetType())
            .Where(type => !ConformanceCoverage.Runs(type, typeof(HarnessSuite<>)))
            .ToList();
        var problems = new List<string>();
        foreach (var exemption in harness.Exemptions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cases = (await CasesAsync(suites, exemption).ConfigureAwait(false))
                .Where(one => IsSupported(one.Arguments, harness))
                .ToList();
            if (string.IsNullOrWhiteSpace(exemption.Reason) || cases.Count == 0)
            {
                problems.Add($"{exemption} No fact of that name is run, or the reason is missing.");
            }

            foreach (var (suite, fact, arguments) in cases)
            {
                if (await ProblemAsync(exemption, suite, fact, arguments, harness).ConfigureAwait(false) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }

        return problems;
    }

    // An unsupported operation is refused under every fault.
    private static bool IsSupported(object?[] arguments, ConformanceHarness harness) =>
        arguments.OfType<PaymentOperation>().All(harness.Gateway.Capabilities.Supports);

    internal static string? NameOf(object? @case) => Convert.ToString(@case, CultureInfo.InvariantCulture);

    [RequiresUnreferencedCode(ConformanceCoverage.NeedsReflection)]
    private static async Task<IReadOnlyList<(Type Suite, MethodInfo Fact, object?[] Arguments)>> CasesAsync(
        IEnumerable<Type> suites,
        ConformanceExemption exemption
    )
    {
        var cases = new List<(Type Suite, MethodInfo Fact, object?[] Arguments)>();
        await using var disposal = new DisposalTracker();
        foreach (var suite in suites)
        {
            if (suite.GetMethod(exemption.Fact) is not { } fact)
            {
                continue;
            }

            foreach (var source in fact.GetCustomAttributes().OfType<IDataAttribute>())
            {
                var rows = await source.GetData(fact, disposal).ConfigureAwait(false);
                cases.AddRange(
                    rows.Select(row => row.GetData())
                        .Where(row => row.Any(argument => exemption.Covers(fact.Name, argument)))
                        .Select(row => (suite, fact, row))
                );
            }

            if (fact.GetParameters().Length == 0 && exemption.Case is null)
            {
                cases.Add((suite, fact, []));
            }
        }

        return cases;
    }

    [RequiresUnreferencedCode(ConformanceCoverage.NeedsReflection)]
    private static async Task<string?> ProblemAsync(
        ConformanceExemption exemption,
        Type suite,
        MethodInfo fact,
        object?[] arguments,
        ConformanceHarness harness
    )
    {
        try
        {
            await ((Task)fact.Invoke(Activator.CreateInstance(suite, harness), arguments)!).ConfigureAwait(false);
            return $"{exemption} It is not necessary: the fact applies and passes.";
        }
        catch (SkipException)
        {
            return null;
        }
        catch (XunitException failure)
        {
            return $"{exemption} It is not allowed: {failure.Message.ReplaceLineEndings(" ")}";
        }
    }
}
