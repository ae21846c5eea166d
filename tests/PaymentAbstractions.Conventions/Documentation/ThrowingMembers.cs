using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PaymentAbstractions.Conventions;

/// <summary>The members of a project that throw an exception, directly or through a method that is not public.</summary>
internal sealed class ThrowingMembers
{
    private readonly string _exception;
    private readonly HashSet<ISymbol> _throwing = new(SymbolEqualityComparer.Default);

    public ThrowingMembers(ShippedProject project, string exception)
    {
        _exception = exception;
        var compilation = Compile(project);
        var bodies = compilation.SyntaxTrees.SelectMany(tree => BodiesOf(compilation.GetSemanticModel(tree))).ToList();
        while (
            bodies.RemoveAll(body => !_throwing.Contains(body.Owner) && Throws(body) && _throwing.Add(body.Owner)) > 0
        ) { }
    }

    public IEnumerable<ISymbol> Public =>
        _throwing
            .Select(symbol => symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol)
            .Where(IsVisible);

    private static CSharpCompilation Compile(ShippedProject project) =>
        CSharpCompilation.Create(
            project.Name,
            project
                .Sources.Select(file => file.Syntax.SyntaxTree)
                .Append(
                    CSharpSyntaxTree.ParseText(ImplicitUsings.Text(ImplicitUsings.Namespaces), SourceFile.ParseOptions)
                ),
            Symbols.References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != project.Name),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    private static IEnumerable<(ISymbol Owner, SyntaxNode Node, SemanticModel Model)> BodiesOf(SemanticModel model) =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes()
        where
            node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            || node is PropertyDeclarationSyntax { ExpressionBody: not null }
        let owner = model.GetDeclaredSymbol(node)
        where owner is not null
        select (owner, node, model);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));

    private bool Throws((ISymbol Owner, SyntaxNode Node, SemanticModel Model) body) =>
        body
            .Node.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
            .Any(node =>
                node switch
                {
                    ThrowStatementSyntax { Expression: { } thrown } => IsWanted(thrown, body.Model),
                    ThrowExpressionSyntax { Expression: var thrown } => IsWanted(thrown, body.Model),
                    InvocationExpressionSyntax call => body.Model.GetSymbolInfo(call).Symbol is { } callee
                        && !IsVisible(callee)
                        && _throwing.Contains(callee.OriginalDefinition),
                    _ => false,
                }
            );

    private bool IsWanted(ExpressionSyntax thrown, SemanticModel model) =>
        model.GetTypeInfo(thrown).Type?.Name == _exception;
}
