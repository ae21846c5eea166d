using System.Text.RegularExpressions;

namespace PaymentAbstractions.Packages;

/// <summary>The links of a page work where it is read: in the package and on the package's page in a registry.</summary>
internal static partial class LinkCheck
{
    public static IEnumerable<string> Problems(Package package, Feed feed) =>
        from path in package.Files.Keys
        where path == "README.md" || path.StartsWith("docs/", StringComparison.Ordinal)
        from Match link in Link().Matches(package.Text(path))
        where !Works(link.Groups["address"].Value, path, package)
        select $"{path} links to '{link.Groups["address"].Value}', which is not in the package";

    private static bool Works(string address, string page, Package package)
    {
        if (address[0] == '#' || address.StartsWith("https://", StringComparison.Ordinal))
        {
            return true;
        }

        var target = new Uri(new Uri("package:///" + page), address.Split('#')[0]);
        return package.Files.ContainsKey(target.AbsolutePath.TrimStart('/'));
    }

    [GeneratedRegex(@"\]\((?<address>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
