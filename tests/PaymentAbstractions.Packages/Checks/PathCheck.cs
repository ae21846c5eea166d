using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace PaymentAbstractions.Packages;

/// <summary>A package contains no paths of the machine that built it.</summary>
internal static class PathCheck
{
    /// <summary>The path that a deterministic build writes for the root of the repository.</summary>
    private const string Root = "/_/";

    private static readonly byte[] MachineRoot = Encoding.UTF8.GetBytes(Repository.Root);

    public static IEnumerable<string> Problems(Package package, Feed feed) =>
        from file in package.OwnFiles
        from problem in Problems(file.Key, file.Value)
        select $"{file.Key} {problem}";

    private static IEnumerable<string> Problems(string path, byte[] content)
    {
        if (content.AsSpan().IndexOf(MachineRoot) >= 0)
        {
            yield return "contains a path of this machine";
        }

        var sources = Path.GetExtension(path) switch
        {
            ".dll" => PathOfSymbols(content),
            ".pdb" => PathsOfSources(content),
            _ => [],
        };
        foreach (var source in sources.Where(source => !source.StartsWith(Root, StringComparison.Ordinal)))
        {
            yield return $"names '{source}', which is no path inside of the repository";
        }
    }

    private static List<string> PathOfSymbols(byte[] content)
    {
        using var reader = new PEReader(new MemoryStream(content));
        return
        [
            .. reader
                .ReadDebugDirectory()
                .Where(entry => entry.Type == DebugDirectoryEntryType.CodeView)
                .Select(entry => reader.ReadCodeViewDebugDirectoryData(entry).Path),
        ];
    }

    private static List<string> PathsOfSources(byte[] content)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(content));
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
    }
}
