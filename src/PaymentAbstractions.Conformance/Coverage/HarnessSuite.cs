using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>The harness itself: it is run by every suite, and exempts nothing that applies.</summary>
/// <typeparam name="THarness">The adapter's harness, with a public parameterless constructor.</typeparam>
/// <param name="harness">The harness.</param>
/// <remarks>It comes with <see cref="ConformanceSuitesAttribute"/> where no suites are named.</remarks>
public abstract class HarnessSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    /// <summary>A public class of the test assembly runs each suite over this harness.</summary>
    [Fact]
    [RequiresUnreferencedCode(ConformanceCoverage.NeedsReflection)]
    public void Every_suite_is_run()
    {
        var missing = ConformanceCoverage.Missing(GetType().Assembly, typeof(THarness));

        Assert.True(
            missing.Count == 0,
            $"No public class runs {string.Join(", ", missing.Select(suite => suite.Name.Split('`')[0]))} over {typeof(THarness)}. "
                + "Mark the harness with [ConformanceSuites], without arguments."
        );
    }

    /// <summary>No exempted fact applies after all or is claimed, and each names something that is run, with a reason.</summary>
    [Fact]
    [RequiresUnreferencedCode(ConformanceCoverage.NeedsReflection)]
    public async Task Every_exemption_is_needed_and_allowed()
    {
        var problems = await ConformanceExemptions.ProblemsAsync(GetType().Assembly, Harness, Token);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
