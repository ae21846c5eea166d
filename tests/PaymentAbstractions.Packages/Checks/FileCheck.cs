namespace PaymentAbstractions.Packages;

/// <summary>The files in a package.</summary>
internal static class FileCheck
{
    private static readonly string[] Packaging = ["[Content_Types].xml", "_rels/", "package/"];

    public static IEnumerable<string> Problems(Package package, Feed feed)
    {
        string[] expected =
        [
            package.ManifestPath,
            "README.md",
            "icon.png",
            .. package.Kind == PackageKind.Library
                ? [package.AssemblyPath, package.DocumentationPath]
                : Array.Empty<string>(),
            .. package.Kind == PackageKind.Tool ? ["tools/net10.0/any/DotnetToolSettings.xml"] : Array.Empty<string>(),
            .. package.Kind == PackageKind.Template
                ? ["content/PaymentAdapter/.template.config/template.json"]
                : Array.Empty<string>(),
        ];
        foreach (var path in expected.Except(package.Files.Keys))
        {
            yield return $"{path} is missing";
        }

        foreach (var path in package.Files.Keys.Except(expected).Where(path => !MayContain(package, path)))
        {
            yield return $"{path} does not belong here";
        }

        if (package.Kind == PackageKind.Library && !package.Symbols.ContainsKey(package.SymbolsPath))
        {
            yield return "the symbols are missing";
        }
    }

    private static bool MayContain(Package package, string path)
    {
        string[] folders = package.Kind switch
        {
            PackageKind.Tool => ["tools/net10.0/any/"],
            PackageKind.Template => ["content/PaymentAdapter/", "docs/"],
            _ => ["analyzers/dotnet/cs/", "docs/"],
        };
        return folders.Concat(Packaging).Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
            && !path.Contains("/obj/", StringComparison.Ordinal)
            && !path.Contains("/bin/", StringComparison.Ordinal)
            && !IsDocumentation(package, path);
    }

    // No code is written against a tool, so it needs no documentation file.
    private static bool IsDocumentation(Package package, string path) =>
        package.Kind == PackageKind.Tool
        && path.EndsWith(".xml", StringComparison.Ordinal)
        && package.Files.ContainsKey(Path.ChangeExtension(path, ".dll"));
}
