namespace PaymentAbstractions.Conventions;

/// <summary>A link of a page to something in this repository.</summary>
/// <param name="Page">The path of the page.</param>
/// <param name="Line">The line of the link, from 1.</param>
/// <param name="Path">The target, from the root of the repository; the page itself for a mere anchor.</param>
/// <param name="Anchor">The heading, or null.</param>
/// <param name="IsAbsolute">Whether it is a web address, which also works outside the repository.</param>
internal sealed record PageLink(string Page, int Line, string Path, string? Anchor, bool IsAbsolute)
{
    /// <summary>The address of the published repository, which pages that are packed must use in their links.</summary>
    public const string Published = "https://github.com/PaymentAbstractions/PaymentAbstractions/";

    private static readonly string[] Views = ["blob/main/", "tree/main/"];

    /// <summary>Reads a link; null when it leads outside the repository.</summary>
    public static PageLink? Of(string page, int line, string target)
    {
        if (target.StartsWith(Published, StringComparison.OrdinalIgnoreCase))
        {
            var rest = target[Published.Length..];
            return Views.FirstOrDefault(view => rest.StartsWith(view, StringComparison.Ordinal)) is { } found
                ? Split(page, line, rest[found.Length..], isAbsolute: true)
                : null;
        }

        if (Uri.TryCreate(target, UriKind.Absolute, out _))
        {
            return null;
        }

        if (target.StartsWith('#'))
        {
            return new PageLink(page, line, page, target[1..], IsAbsolute: false);
        }

        var folder = page.Contains('/', StringComparison.Ordinal) ? page[..page.LastIndexOf('/')] : "";
        return Split(page, line, $"{folder}/{target}", isAbsolute: false);
    }

    public static IEnumerable<PageLink> In(MarkdownPage page) =>
        page.Links().Select(link => Of(page.Path, link.Line, link.Target)).OfType<PageLink>();

    private static PageLink Split(string page, int line, string target, bool isAbsolute)
    {
        var parts = target.Split('#', 2);
        return new PageLink(page, line, Normalize(parts[0]), parts.ElementAtOrDefault(1), isAbsolute);
    }

    private static string Normalize(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/').Where(one => one is not ("" or ".")))
        {
            if (step != ".." || steps.Count == 0)
            {
                steps.Add(step);
            }
            else
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps);
    }
}
