using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>No fact of the conformance suites passes without having asserted anything.</summary>
public sealed class SilentFactTests
{
    private const string Refusal = "IsRefusedAsUnsupported";

    private static readonly SourceFile[] Sources = [.. ShippedProject.Named("PaymentAbstractions.Conformance").Sources];

    [Fact]
    public void A_fact_ends_early_only_after_an_assertion()
    {
        var returns = Sources.SelectMany(file =>
            Facts(file)
                .SelectMany(fact => fact.DescendantNodes().OfType<ReturnStatementSyntax>(), (_, one) => (file, one))
        );

        Assert.NotEmpty(returns);
        Findings.None(returns.Where(found => IsSilent(found.one)).Select(found => found.file.At(found.one)));
    }

    [Fact]
    public void A_fact_is_skipped_only_by_a_list_of_exemptions()
    {
        var skips = Sources
            .SelectMany(
                file => file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>(),
                (file, one) => (file, one)
            )
            .Where(found =>
                found.one is { Expression: IdentifierNameSyntax { Identifier.Text: "Assert" or "SkipException" } }
            )
            .Where(found => found.one.Name.Identifier.Text is "ForSkip" or "Skip" or "SkipWhen" or "SkipUnless")
            .Select(found => $"{found.file.Name}: {found.one}");

        // The live suite also skips when there is no account for the provider's own test environment.
        Assert.Equal(
            ["ConformanceSuite: SkipException.ForSkip", "LiveSuite: Assert.SkipWhen", "LiveSuite: Assert.SkipWhen"],
            skips
        );
    }

    private static IEnumerable<MethodDeclarationSyntax> Facts(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(method =>
                method
                    .AttributeLists.SelectMany(list => list.Attributes)
                    .Any(one => $"{one.Name}" is "Fact" or "Theory")
            );

    // A bare return after a condition that asserts nothing.
    private static bool IsSilent(ReturnStatementSyntax one) =>
        one.Parent is not BlockSyntax block
        || (
            block.Statements.Count == 1
            && (block.Parent as IfStatementSyntax)?.Condition.ToString().Contains(Refusal, StringComparison.Ordinal)
                != true
        );
}
