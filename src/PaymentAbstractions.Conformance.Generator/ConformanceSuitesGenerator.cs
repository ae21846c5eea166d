using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conformance.Generator;

/// <summary>Generates the test classes of every harness that is marked with <c>[ConformanceSuites]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConformanceSuitesGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step whose results are the generated files.</summary>
    public const string FilesStep = "Files";

    private const string Mark = "PaymentAbstractions.Conformance.ConformanceSuitesAttribute";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var marks = context.SyntaxProvider.ForAttributeWithMetadataName(
            Mark,
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, cancellationToken) =>
                new HarnessMark((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], cancellationToken)
        );

        // Texts compare by value, symbols do not, so edits elsewhere cause no new output.
        var files = marks.SelectMany(static (mark, _) => mark.Files).WithTrackingName(FilesStep);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.Name, file.Text));

        var problems = marks.SelectMany(static (mark, _) => mark.Problems);
        context.RegisterSourceOutput(
            problems,
            static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic())
        );
    }
}
