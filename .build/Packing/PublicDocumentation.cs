using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Packing;

/// <summary>The documentation file of an assembly without the members that a user of the assembly cannot see.</summary>
internal static class PublicDocumentation
{
    /// <summary>Writes the documentation of the public and protected members.</summary>
    /// <param name="assembly">The path of the assembly.</param>
    /// <param name="documentation">The path of the documentation file that the compiler wrote.</param>
    /// <param name="output">The path of the file to write.</param>
    /// <param name="references">The paths of the assemblies that the assembly references.</param>
    public static void Write(string assembly, string documentation, string output, IEnumerable<string> references)
    {
        var compilation = CSharpCompilation.Create(
            "Packing",
            references: references.Prepend(assembly).Select(path => MetadataReference.CreateFromFile(path))
        );
        // Texts mix words and elements, so all white space counts.
        var file = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
        var hidden = file.Descendants("member")
            .Where(member => !IsVisible(member.Attribute("name")!.Value, compilation))
            .ToList();
        foreach (var member in hidden)
        {
            (member.PreviousNode as XText)?.Remove();
            member.Remove();
        }

        file.Save(output, SaveOptions.DisableFormatting);
    }

    private static bool IsVisible(string id, Compilation compilation) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is { } symbol && IsVisible(symbol);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));
}
