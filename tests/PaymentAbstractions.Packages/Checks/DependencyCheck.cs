using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace PaymentAbstractions.Packages;

/// <summary>A package depends on exactly the packages that its assembly uses.</summary>
internal static class DependencyCheck
{
    private static readonly NuGetFramework Target = NuGetFramework.Parse("net10.0");

    /// <summary>Dependencies of which only constants are used, which the compiler copies.</summary>
    private static readonly (string Package, string Dependency)[] OnlyConstants =
    [
        ("PaymentAbstractions.Conformance", "PaymentAbstractions.Http"),
    ];

    private static readonly string BaseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly string AspNetCore = Path.GetDirectoryName(
        typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location
    )!;

    public static IEnumerable<string> Problems(Package package, Feed feed)
    {
        if (package.Kind != PackageKind.Library || !package.Files.ContainsKey(package.AssemblyPath))
        {
            return package.Manifest.GetDependencyGroups().Any(group => group.Packages.Any())
                ? ["has dependencies, and is no library"]
                : [];
        }

        var dependencies = package.Manifest.GetDependencyGroups().SelectMany(group => group.Packages).ToList();
        var provided = dependencies.ToDictionary(one => one.Id, one => Assemblies(one, feed), StringComparer.Ordinal);
        var exact = $"[{feed.Version}, {feed.Version}]";
        var used = UsedBy(package).Where(name => !IsInFramework(name, package)).ToList();

        return
        [
            .. used.Where(name => !provided.Values.Any(names => names.Contains(name)))
                .Select(name => $"uses {name} and does not depend on its package"),
            .. provided
                .Where(one => !one.Value.Overlaps(used) && !OnlyConstants.Contains((package.Id, one.Key)))
                .Select(one => $"depends on {one.Key} and does not use it"),
            .. dependencies
                .Where(one => feed.Packages.ContainsKey(one.Id) && one.VersionRange.ToNormalizedString() != exact)
                .Select(one =>
                    $"depends on {one.Id} {one.VersionRange.ToNormalizedString()}, not on this version alone"
                ),
        ];
    }

    private static List<string> UsedBy(Package package)
    {
        using var file = new PEReader(new MemoryStream(package.Files[package.AssemblyPath]));
        var reader = file.GetMetadataReader();
        return
        [
            .. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)),
        ];
    }

    private static bool IsInFramework(string assembly, Package package) =>
        File.Exists(Path.Combine(BaseLibrary, assembly + ".dll"))
        || (
            package.Manifest.GetFrameworkRefGroups().Any(group => group.FrameworkReferences.Any())
            && File.Exists(Path.Combine(AspNetCore, assembly + ".dll"))
        );

    /// <summary>The assemblies of a package, or of its dependencies when it only bundles other packages.</summary>
    private static HashSet<string> Assemblies(PackageDependency dependency, Feed feed)
    {
        if (feed.Packages.ContainsKey(dependency.Id))
        {
            return [dependency.Id];
        }

        var version = dependency.VersionRange.MinVersion!.ToNormalizedString();
        var folder = Path.Combine(Feed.Installed, dependency.Id.ToLowerInvariant(), version.ToLowerInvariant());
        if (!Directory.Exists(folder))
        {
            return [];
        }

        using var package = new PackageFolderReader(folder);
        var names = Nearest(package.GetLibItems())
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ToHashSet(StringComparer.Ordinal);
        return names.Count > 0
            ? names
            :
            [
                .. (
                    NuGetFrameworkUtility.GetNearest(package.NuspecReader.GetDependencyGroups(), Target)?.Packages ?? []
                ).SelectMany(one => Assemblies(one, feed)),
            ];
    }

    private static IEnumerable<string> Nearest(IEnumerable<FrameworkSpecificGroup> groups) =>
        NuGetFrameworkUtility.GetNearest(groups, Target)?.Items ?? [];
}
