using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PaymentAbstractions.Packages;

/// <summary>The documentation file describes exactly the members that a user can see.</summary>
internal static class DocumentationCheck
{
    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("PaymentAbstractions", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static IEnumerable<string> Problems(Package package, Feed feed)
    {
        if (
            package.Kind != PackageKind.Library
            || !package.Files.ContainsKey(package.AssemblyPath)
            || !package.Files.ContainsKey(package.DocumentationPath)
        )
        {
            return [];
        }

        var documented = XDocument
            .Parse(package.Text(package.DocumentationPath))
            .Descendants("member")
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        var visible = TypesIn(Assembly(package, feed).GlobalNamespace)
            .SelectMany(type => (IEnumerable<ISymbol>)[type, .. type.GetMembers().Where(IsVisible)])
            .Select(symbol => (Id: symbol.GetDocumentationCommentId()!, IsRequired: IsRequired(symbol)))
            .ToList();

        return
        [
            .. documented
                .Except(visible.Select(symbol => symbol.Id))
                .Select(id => $"{id} is documented and not public"),
            .. visible
                .Where(symbol => symbol.IsRequired && !documented.Contains(symbol.Id))
                .Select(symbol => $"{symbol.Id} is public and not documented"),
        ];
    }

    private static IAssemblySymbol Assembly(Package package, Feed feed)
    {
        var own = MetadataReference.CreateFromImage(package.Files[package.AssemblyPath]);
        var siblings = feed
            .Packages.Values.Where(one => one.Kind == PackageKind.Library && one.Id != package.Id)
            .Select(one => MetadataReference.CreateFromImage(one.Files[one.AssemblyPath]));
        var compilation = CSharpCompilation.Create("Check", references: [own, .. siblings, .. Framework]);
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .SelectMany(member =>
                member switch
                {
                    INamespaceSymbol one => TypesIn(one),
                    INamedTypeSymbol type when IsVisible(type) => [type, .. TypesIn(type)],
                    _ => Enumerable.Empty<INamedTypeSymbol>(),
                }
            );

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal;

    // The compiler generates accessors, default constructors and most of a record; the names of xUnit facts describe the facts.
    private static bool IsRequired(ISymbol symbol) =>
        symbol
            is not IMethodSymbol { AssociatedSymbol: not null }
                and not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 }
                and not INamedTypeSymbol { ContainingType: not null, IsImplicitlyDeclared: true }
        && !symbol
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name is "CompilerGeneratedAttribute" or "FactAttribute" or "TheoryAttribute"
            );
}
