namespace PaymentAbstractions.Packages;

/// <summary>The repository in which this program was built.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The projects that are packed.</summary>
    public static IEnumerable<string> PackedProjects =>
        new[] { "src", "providers", "templates" }
            .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(Root, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.EndsWith(".Generator", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaymentAbstractions.sln")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException("This program runs inside of the repository.");
        }

        return folder.FullName;
    }
}
