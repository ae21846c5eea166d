using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conventions;

/// <summary>The documentation file beside an assembly.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocs(string path)
    {
        _members = XDocument
            .Load(path)
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    public static XmlDocs Of(ShippedProject project)
    {
        var path = Path.ChangeExtension(project.Assembly.Location, ".xml");
        Assert.True(File.Exists(path), $"{project.Name} has no documentation file.");
        return new XmlDocs(path);
    }

    public XElement? Find(ISymbol symbol) => _members.GetValueOrDefault(symbol.GetDocumentationCommentId()!);

    /// <summary>The problems of a symbol's documentation.</summary>
    public IEnumerable<string> Problems(ISymbol symbol)
    {
        var found = Find(symbol);
        if (found is null)
        {
            return IsImplicitConstructor(symbol) ? [] : ["has no documentation"];
        }

        return found.Element("inheritdoc") is not null
            ? Inherits(symbol)
                ? []
                : ["inherits documentation from nothing"]
            : Gaps(symbol, found);
    }

    private static IEnumerable<string> Gaps(ISymbol symbol, XElement found)
    {
        if (IsEmpty(found.Element("summary")))
        {
            yield return "has no summary";
        }

        foreach (var parameter in Parameters(symbol).Where(one => IsEmpty(Named(found, "param", one.Name))))
        {
            yield return $"does not explain the parameter {parameter.Name}";
        }

        foreach (var parameter in TypeParameters(symbol).Where(one => IsEmpty(Named(found, "typeparam", one.Name))))
        {
            yield return $"does not explain the type parameter {parameter.Name}";
        }

        if (Returns(symbol) && IsEmpty(found.Element("returns")))
        {
            yield return "does not say what it returns";
        }
    }

    private static bool IsImplicitConstructor(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 };

    private static bool Inherits(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
            ? type.BaseType is { SpecialType: not SpecialType.System_Object } || type.AllInterfaces.Any()
            : Symbols.IsImplementation(symbol);

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol indexer => indexer.Parameters,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
            _ => [],
        };

    private static ImmutableArray<ITypeParameterSymbol> TypeParameters(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method.TypeParameters,
            INamedTypeSymbol type => type.TypeParameters,
            _ => [],
        };

    private static bool Returns(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => false,
            IMethodSymbol method => !method.ReturnsVoid,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => !invoke.ReturnsVoid,
            _ => false,
        };

    private static XElement? Named(XElement found, string element, string name) =>
        found.Elements(element).FirstOrDefault(one => one.Attribute("name")?.Value == name);

    private static bool IsEmpty(XElement? element) =>
        element is null || (element.IsEmpty || (!element.HasElements && string.IsNullOrWhiteSpace(element.Value)));
}
