using NuGet.Packaging;

namespace PaymentAbstractions.Packages;

/// <summary>The content of one package.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Files">The files by their paths inside of the package.</param>
/// <param name="Symbols">The files of the package with the symbols; empty if there is none.</param>
internal sealed record Package(
    string Id,
    IReadOnlyDictionary<string, byte[]> Files,
    IReadOnlyDictionary<string, byte[]> Symbols
)
{
    public string ManifestPath => Id + ".nuspec";

    public NuspecReader Manifest => new(new MemoryStream(Files[ManifestPath]));

    public PackageKind Kind =>
        Manifest.GetPackageTypes().Select(type => type.Name).SingleOrDefault() switch
        {
            "Template" => PackageKind.Template,
            "DotnetTool" => PackageKind.Tool,
            _ => PackageKind.Library,
        };

    /// <summary>The path of the assembly of a library.</summary>
    public string AssemblyPath => $"lib/net10.0/{Id}.dll";

    /// <summary>The path of the documentation file of a library.</summary>
    public string DocumentationPath => $"lib/net10.0/{Id}.xml";

    /// <summary>The path of the symbols of a library in the package with the symbols.</summary>
    public string SymbolsPath => $"lib/net10.0/{Id}.pdb";

    /// <summary>The files that we wrote: not the libraries of others that a tool brings.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> OwnFiles =>
        Files
            .Concat(Symbols)
            .Where(file =>
                !file.Key.StartsWith("tools/", StringComparison.Ordinal)
                || Path.GetFileName(file.Key).StartsWith("PaymentAbstractions", StringComparison.Ordinal)
            );

    public string Text(string path) => new StreamReader(new MemoryStream(Files[path])).ReadToEnd();
}
