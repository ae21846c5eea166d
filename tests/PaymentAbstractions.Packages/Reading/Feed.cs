using System.IO.Compression;
using NuGet.Configuration;

namespace PaymentAbstractions.Packages;

/// <summary>A folder with the packages of this repository in one version.</summary>
/// <param name="Version">The version of the packages.</param>
/// <param name="Packages">The packages by id.</param>
internal sealed record Feed(string Version, IReadOnlyDictionary<string, Package> Packages)
{
    /// <summary>The folder in which NuGet keeps the third-party packages that these packages need.</summary>
    public static string Installed { get; } =
        SettingsUtility.GetGlobalPackagesFolder(Settings.LoadDefaultSettings(null));

    public static Feed Open(string folder, string version)
    {
        var suffix = $".{version}.nupkg";
        var packages =
            from path in Directory.EnumerateFiles(folder, "*" + suffix).Order(StringComparer.Ordinal)
            let id = Path.GetFileName(path)[..^suffix.Length]
            select new Package(id, Read(path), Read(Path.ChangeExtension(path, ".snupkg")));
        return new Feed(version, packages.ToDictionary(package => package.Id, StringComparer.Ordinal));
    }

    /// <summary>Returns this feed with one package replaced.</summary>
    public Feed With(Package package) =>
        this with
        {
            Packages = Packages.Values.ToDictionary(
                one => one.Id,
                one => one.Id == package.Id ? package : one,
                StringComparer.Ordinal
            ),
        };

    private static Dictionary<string, byte[]> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
