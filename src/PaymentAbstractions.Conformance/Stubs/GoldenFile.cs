using System.Runtime.CompilerServices;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// Stores requests and answers in files that are reviewed and committed, in the folder <c>Golden</c> next to the test project's file.
/// </summary>
/// <remarks>
/// Files are read from the source folder if it exists, and otherwise from the folder <c>Golden</c> next to the test assembly. With the
/// environment variable <c>UPDATE_GOLDEN=1</c>, <see cref="AssertMatches(string, IReadOnlyList{WireRequest}, string)"/> writes them first.
/// Windows and Unix line ends are considered equal, both in the file and in a request, because a checkout may change them: if one of them
/// must be sent, use a separate assertion. The files contain what was sent, including credentials: use test credentials only. Thread-safe
/// for different names.
/// </remarks>
public static class GoldenFile
{
    private const string Folder = "Golden";
    private const string Separator = "\n###\n";

    /// <summary>Compares a request, character by character, with <c>name.http</c>; different line ends are considered equal.</summary>
    /// <param name="name">The name of the file, without <c>.http</c>.</param>
    /// <param name="request">The request.</param>
    /// <param name="source">Omit it; the compiler supplies the path of the test's source file.</param>
    /// <exception cref="FileNotFoundException">The file does not exist yet.</exception>
    public static void AssertMatches(string name, WireRequest request, [CallerFilePath] string source = "") =>
        AssertMatches(name, [request], source);

    /// <summary>
    /// Compares requests, character by character and in order, with <c>name.http</c>; different line ends are considered equal.
    /// </summary>
    /// <param name="name">The name of the file, without <c>.http</c>.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="source">Omit it; the compiler supplies the path of the test's source file.</param>
    /// <exception cref="FileNotFoundException">The file does not exist yet.</exception>
    public static void AssertMatches(
        string name,
        IReadOnlyList<WireRequest> requests,
        [CallerFilePath] string source = ""
    )
    {
        ArgumentNullException.ThrowIfNull(requests);
        var actual = WithUnixLineEnds(
            string.Join(Separator, requests.Select(one => $"{one.Method} {one.Path}\n{one.Headers}\n\n{one.Body}\n"))
        );
        var file = $"{name}.http";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Write(file, actual, source);
        }

        Assert.Equal(Read(file, source), actual);
    }

    /// <summary>Reads a file of the folder, for example an answer of the provider.</summary>
    /// <param name="file">The name of the file, for example <c>approved.json</c>.</param>
    /// <param name="source">Omit it; the compiler supplies the path of the test's source file.</param>
    /// <returns>Its text with Unix line ends, regardless of the checkout.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static string Read(string file, [CallerFilePath] string source = "")
    {
        string?[] folders = [FolderOf(source), Path.Combine(AppContext.BaseDirectory, Folder)];
        var paths = folders.OfType<string>().Select(folder => Path.Combine(folder, file)).ToList();
        return paths.Find(File.Exists) is { } path
            ? WithUnixLineEnds(File.ReadAllText(path))
            : throw new FileNotFoundException(
                $"There is no golden file {string.Join(" or ", paths)}. Run the test with UPDATE_GOLDEN=1, review what it wrote, and commit it.",
                file
            );
    }

    private static string WithUnixLineEnds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static void Write(string file, string text, string source)
    {
        var folder =
            FolderOf(source)
            ?? throw new DirectoryNotFoundException(
                $"{source} is not below a project file on this machine, so UPDATE_GOLDEN=1 cannot write {file}. Update where the tests are built."
            );
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), text);
    }

    /// <summary>The folder next to the nearest project file above a source file; null when the source is not on this machine.</summary>
    private static string? FolderOf(string source)
    {
        var folder = Path.GetDirectoryName(source);
        while (folder is { Length: > 0 } && Directory.Exists(folder))
        {
            if (Directory.EnumerateFiles(folder, "*.*proj").Any())
            {
                return Path.Combine(folder, Folder);
            }

            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }
}
