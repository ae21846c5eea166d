using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PaymentAbstractions.Conformance;

namespace PaymentAbstractions.Mutations;

/// <summary>The sources of the worked example, compiled with or without a mutation.</summary>
internal sealed class AdapterSource
{
    private const string Adapter = "adapter/";

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(
        LanguageVersion.Preview
    );

    private readonly Dictionary<string, string> _files = Assembly
        .GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
        .ToDictionary(name => name, Read, StringComparer.Ordinal);

    private readonly List<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles and loads the example.</summary>
    /// <exception cref="InvalidOperationException">The text of the mutation does not occur exactly once, or the result does not
    /// compile.</exception>
    public Assembly Load(Mutation? mutation)
    {
        using var image = new MemoryStream();
        var files = mutation is null ? _files : Mutate(mutation);
        var compiled = CSharpCompilation
            .Create(
                $"Mutant{Guid.NewGuid():N}",
                [
                    .. files
                        .Values.Append(Usings)
                        .Append(SuiteClasses())
                        .Select(text => CSharpSyntaxTree.ParseText(text, Parsing)),
                ],
                _references,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                )
            )
            .Emit(image);
        if (!compiled.Success)
        {
            var errors = compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException(
                $"'{mutation?.Name ?? "the example"}' does not compile:\n{string.Join('\n', errors.Take(5))}"
            );
        }

        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using PaymentAbstractions;
        global using PaymentAbstractions.Adapters;
        global using PaymentAbstractions.Conformance;
        global using PaymentAbstractions.Sandbox;
        global using Xunit;
        """;

    private Dictionary<string, string> Mutate(Mutation mutation)
    {
        var hits = _files
            .Where(file => file.Key.StartsWith(Adapter, StringComparison.Ordinal))
            .Select(file => (file.Key, Count: file.Value.Split(mutation.Find).Length - 1))
            .Where(hit => hit.Count > 0)
            .ToList();
        if (hits is not [{ Count: 1 } only])
        {
            throw new InvalidOperationException(
                $"'{mutation.Name}': the text stands {hits.Sum(hit => hit.Count)} times in the adapter, and must stand once:\n{mutation.Find}"
            );
        }

        return new Dictionary<string, string>(_files, StringComparer.Ordinal)
        {
            [only.Key] = _files[only.Key].Replace(mutation.Find, mutation.Replace, StringComparison.Ordinal),
        };
    }

    // The suite of the harness itself does not test the adapter.
    private static IEnumerable<Type> Suites =>
        typeof(ConformanceSuite<>)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, BaseType.IsGenericType: true } && type != typeof(HarnessSuite<>))
            .Where(type => type.BaseType!.GetGenericTypeDefinition() == typeof(ConformanceSuite<>));

    private static string SuiteClasses() =>
        string.Join(
            '\n',
            Suites.Select(suite =>
            {
                var name = suite.Name.Split('`')[0];
                return $"public sealed class Run{name}(AcmePayments.Tests.AcmeHarness harness) : PaymentAbstractions.Conformance.{name}<AcmePayments.Tests.AcmeHarness>(harness);";
            })
        );

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
