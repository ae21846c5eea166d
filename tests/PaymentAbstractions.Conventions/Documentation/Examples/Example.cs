using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>One example of a page: a block of C# and the blocks that continue it, with statements, declarations, or both.</summary>
internal sealed class Example(params IReadOnlyList<CodeBlock> blocks)
{
    /// <summary>The blocks with the lines that their notes add, in order.</summary>
    private readonly List<CodeBlock> _parts = [.. blocks.SelectMany(block => block.Setup.Append(block))];

    public IReadOnlyList<CodeBlock> Blocks { get; } = blocks;

    /// <summary>The examples of a page, without quotations and whole programs.</summary>
    public static IReadOnlyList<Example> In(MarkdownPage page)
    {
        var chains = new List<List<CodeBlock>>();
        foreach (
            var block in page.Blocks.Where(one => one is { IsCSharp: true, QuotedFrom: null, IsWebApplication: false })
        )
        {
            if (!block.Continues)
            {
                chains.Add([]);
            }

            Assert.True(chains.Count > 0, $"{block} continues nothing.");
            chains[^1].Add(block);
        }

        return [.. chains.Select(chain => new Example(chain))];
    }

    /// <summary>The compiler's diagnostics for the example, as <c>file:line</c>.</summary>
    public IReadOnlyList<string> Errors()
    {
        var asProgram = Compile(AsProgram()).Errors();
        return asProgram.Count == 0 || _parts.Count > 1 ? asProgram
            : Compile(AsMembers()).Errors() is var asMembers && asMembers.Count < asProgram.Count ? asMembers
            : asProgram;
    }

    /// <summary>Runs the statements and every fact that the example declares.</summary>
    public async Task<string> RunAsync(ExampleHost host)
    {
        var assembly = Compile(AsProgram()).Load();
        var example = (ExampleContext)Activator.CreateInstance(assembly.GetType("Example", throwOnError: true)!)!;
        example.Host = host;
        return await ExampleHost.PrintedByAsync(async () =>
        {
            await CallAsync(example, example.GetType().GetMethod("RunAsync")!);
            foreach (
                var fact in assembly
                    .GetTypes()
                    .SelectMany(type => type.GetMethods())
                    .Where(method => method.IsDefined(typeof(FactAttribute)))
            )
            {
                await CallAsync(Activator.CreateInstance(fact.DeclaringType!)!, fact);
            }
        });
    }

    public override string ToString() => $"{Blocks[0]}";

    private static async Task CallAsync(object target, MethodInfo method)
    {
        try
        {
            if (method.Invoke(target, null) is Task running)
            {
                await running;
            }
        }
        catch (TargetInvocationException thrown)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException!);
        }
    }

    private ExampleCompilation Compile(string text) =>
        ExampleCompilation.OfLibrary(Blocks[0].Page, text, [.. Blocks.SelectMany(block => block.Files)]);

    /// <summary>The source with the statements inside a method and the types beside it.</summary>
    private string AsProgram()
    {
        var parsed = _parts.ConvertAll(part => (Part: part, Root: Parse(part.Code)));
        var usings = parsed.SelectMany(one => one.Root.Usings.Select(node => Mapped(one.Part, node)));
        var statements = parsed.SelectMany(one =>
            one.Root.Members.OfType<GlobalStatementSyntax>().Select(node => Mapped(one.Part, node))
        );
        var types = parsed.SelectMany(one =>
            one.Root.Members.Where(member => member is not GlobalStatementSyntax).Select(node => Mapped(one.Part, node))
        );
        var generated = parsed
            .SelectMany(one => one.Root.Members.OfType<ClassDeclarationSyntax>())
            .Select(SourceGenerated);
        return string.Concat(usings)
            + Wrap($"public async Task RunAsync()\n{{\n{string.Concat(statements)}\nawait Task.CompletedTask;\n}}")
            + string.Concat(types)
            + string.Concat(generated);
    }

    /// <summary>The source with all code inside a class.</summary>
    private string AsMembers() => Wrap($"#line {_parts[0].Line + 1}\n{_parts[0].Code}\n#line hidden");

    private static string Wrap(string members) =>
        $"public sealed class Example : {typeof(ExampleContext).FullName}\n{{\n{members}\n}}\n";

    private static string Mapped(CodeBlock part, Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var line = node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
        return $"#line {part.Line + 1 + line}\n{node.ToFullString()}\n#line hidden\n";
    }

    /// <summary>Replaces the source generator of System.Text.Json, which does not run here.</summary>
    private static string SourceGenerated(ClassDeclarationSyntax type)
    {
        if (type.BaseList?.Types.Any(one => one.Type.ToString() == "JsonSerializerContext") != true)
        {
            return string.Empty;
        }

        var name = type.Identifier.Text;
        var types = type
            .AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => attribute.Name.ToString() == "JsonSerializable")
            .Select(attribute =>
                ((TypeOfExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Type.ToString()
            );
        const string Metadata = "System.Text.Json.Serialization.Metadata";
        return $$"""
            partial class {{name}}() : JsonSerializerContext(null)
            {
                public static {{name}} Default => new();
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override {{Metadata}}.JsonTypeInfo? GetTypeInfo(Type type) => null;
                {{string.Join('\n', types.Select(one => $"public {Metadata}.JsonTypeInfo<{one}> {one} => null!;"))}}
            }

            """;
    }

    private static CompilationUnitSyntax Parse(string code) =>
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, SourceFile.ParseOptions).GetRoot();
}
