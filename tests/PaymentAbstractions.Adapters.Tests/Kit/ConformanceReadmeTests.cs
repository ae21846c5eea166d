using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class ConformanceReadmeTests
{
    [Fact]
    public void The_golden_test_of_the_readme_is_the_compiled_one()
    {
        var here = Path.GetDirectoryName(ThisFile())!;
        var source = File.ReadAllText(Path.Combine(here, "PayLiteGoldenTests.cs"));
        var readme = File.ReadAllText(Path.Combine(here, "../../../src/PaymentAbstractions.Conformance/README.md"));

        var example = source[source.IndexOf("public sealed class PayLiteGoldenTests", StringComparison.Ordinal)..];

        Assert.Contains($"```csharp\n{example}```", readme, StringComparison.Ordinal);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
