using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>Verifies the harness itself: every suite runs over it, and its exemptions are necessary.</summary>
/// <typeparam name="THarness">The adapter's harness, with a public parameterless constructor.</typeparam>
/// <param name="harness">The harness.</param>
/// <remarks>It is included if <see cref="ConformanceSuitesAttribute"/> does not name any suites.</remarks>
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

    /// <summary>Every exemption names a fact that is run, has a reason, and is necessary; claimed features are not exempted.</summary>
    [Fact]
    [RequiresUnreferencedCode(ConformanceCoverage.NeedsReflection)]
    public async Task Every_exemption_is_needed_and_allowed()
    {
        var problems = await ConformanceExemptions.ProblemsAsync(GetType().Assembly, Harness, Token);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
