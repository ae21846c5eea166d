using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PaymentAbstractions.Conformance.Generator;

namespace PaymentAbstractions.Conformance.Tests.Generator;

/// <summary>Runs the generator on a small source, as the compiler runs it.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _input;
    private readonly Compilation _output;
    private readonly GeneratorDriver _driver;

    public Generation(string source)
        : this(
            CSharpCompilation.Create(
                "Generated." + Guid.NewGuid().ToString("N"),
                [
                    Parse(
                        "using PaymentAbstractions.Conformance;\nusing PaymentAbstractions.Conformance.Tests;\n"
                            + source
                    ),
                ],
                References,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable,
                    warningLevel: 9999
                )
            ),
            CSharpGeneratorDriver.Create(
                [new ConformanceSuitesGenerator().AsSourceGenerator()],
                parseOptions: Options,
                driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true)
            )
        ) { }

    private Generation(Compilation input, GeneratorDriver driver)
    {
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out _output, out _);
    }

    public IReadOnlyList<string> Files => [.. Result.GeneratedSources.Select(file => file.SourceText.ToString())];

    public IReadOnlyList<string> FileNames => [.. Result.GeneratedSources.Select(file => file.HintName)];

    /// <summary>The generator's diagnostics, with the text to which each one refers.</summary>
    public IReadOnlyList<(string Id, string At, string Message)> Problems =>
        [
            .. Result.Diagnostics.Select(one =>
                (
                    one.Id,
                    TextAt(one.Location.SourceSpan),
                    one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
                )
            ),
        ];

    /// <summary>The compiler's diagnostics for source and generated files together, warnings included.</summary>
    public IReadOnlyList<string> Complaints =>
        [
            .. _output
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(one => one.Severity >= DiagnosticSeverity.Warning)
                .Select(one => one.ToString()),
        ];

    public IReadOnlyList<IncrementalStepRunReason> Reasons =>
        [
            .. Result
                .TrackedSteps[ConformanceSuitesGenerator.FilesStep]
                .SelectMany(step => step.Outputs)
                .Select(output => output.Reason),
        ];

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Runs the generator again after another file was added.</summary>
    public Generation AfterAdding(string source) => new(_input.AddSyntaxTrees(Parse(source)), _driver);

    public Assembly Load()
    {
        using var image = new MemoryStream();
        var emitted = _output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Options);

    private string TextAt(Microsoft.CodeAnalysis.Text.TextSpan span) =>
        _input.SyntaxTrees.First().GetText(TestContext.Current.CancellationToken).ToString(span);
}
