using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Conventions;

/// <summary>The files of this repository, without the output of builds and editors.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        ".git",
        ".idea",
        ".vs",
        "artifacts",
        "bin",
        "BenchmarkDotNet.Artifacts",
        "node_modules",
        "obj",
        "StrykerOutput",
        "TestResults",
    };

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "../../.."));

    /// <summary>Every file, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. FilesOf(Root).Select(path => Relative(path)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Files.Where(file =>
            file.EndsWith(".csproj", StringComparison.Ordinal)
            && !file.StartsWith("templates/PaymentAdapter/content/", StringComparison.Ordinal)
        ),
    ];

    public static string FullPath(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(FullPath(relative));

    public static bool Exists(string relative) => File.Exists(FullPath(relative));

    public static bool IsIgnored(string name) => Ignored.Contains(name);

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Where(file => !file.EndsWith(".received.txt", StringComparison.Ordinal))
            // In a Git worktree, .git is a file.
            .Where(file => !IsIgnored(Path.GetFileName(file)))
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(child => !IsIgnored(Path.GetFileName(child)))
                    .SelectMany(FilesOf)
            );

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
