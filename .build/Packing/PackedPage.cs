using System.Text.RegularExpressions;

namespace Packing;

/// <summary>A page whose links lead to the repository, at the version of the package.</summary>
internal static partial class PackedPage
{
    /// <summary>Writes the page with absolute links.</summary>
    /// <param name="page">The path of the page in the repository.</param>
    /// <param name="output">The path of the file to write.</param>
    /// <param name="root">The path of the root of the repository.</param>
    /// <param name="address">The address of the root, with a slash at its end.</param>
    public static void Write(string page, string output, string root, Uri address)
    {
        var folder = Path.GetRelativePath(root, Path.GetDirectoryName(Path.GetFullPath(page))!).Replace('\\', '/');
        var here = new Uri(address, folder + "/");
        var text = File.ReadAllText(page);
        File.WriteAllText(output, RelativeLink().Replace(text, link => new Uri(here, link.Value).AbsoluteUri));
    }

    // The address in [text](address), unless it is absolute or stays on the page.
    [GeneratedRegex(@"(?<=\]\()(?![a-z]+:|#)[^)\s]+(?=\))", RegexOptions.None, 1000)]
    private static partial Regex RelativeLink();
}
