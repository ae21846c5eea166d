using NuGet.Packaging;

namespace PaymentAbstractions.Packages;

/// <summary>The content of one package.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Files">The files by their paths inside the package.</param>
/// <param name="Symbols">The files of the symbol package; empty when there is none.</param>
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

    /// <summary>The path of a library's assembly.</summary>
    public string AssemblyPath => $"lib/net10.0/{Id}.dll";

    /// <summary>The path of a library's documentation file.</summary>
    public string DocumentationPath => $"lib/net10.0/{Id}.xml";

    /// <summary>The path of a library's symbols in the symbol package.</summary>
    public string SymbolsPath => $"lib/net10.0/{Id}.pdb";

    /// <summary>The files of this repository, without the third-party libraries in a tool's package.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> OwnFiles =>
        Files
            .Concat(Symbols)
            .Where(file =>
                !file.Key.StartsWith("tools/", StringComparison.Ordinal)
                || Path.GetFileName(file.Key).StartsWith("PaymentAbstractions", StringComparison.Ordinal)
            );

    public string Text(string path) => new StreamReader(new MemoryStream(Files[path])).ReadToEnd();
}
