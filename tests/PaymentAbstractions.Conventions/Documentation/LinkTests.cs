namespace PaymentAbstractions.Conventions;

/// <summary>Every link of a page has a target.</summary>
public sealed class LinkTests
{
    private static readonly HashSet<string> Folders = [.. Repository.Files.SelectMany(FoldersOf)];

    public static TheoryData<string> Pages => [.. MarkdownPage.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_links_of_a_page_lead_somewhere(string path) =>
        Findings.None(PageLink.In(MarkdownPage.Named(path)).Select(ProblemOf).OfType<string>());

    [Fact]
    public void The_links_of_a_packed_page_work_without_the_repository()
    {
        var packed = MarkdownPage.All.Where(page => page.IsPacked).ToList();

        Assert.True(packed.Count > 15, $"{packed.Count} found");
        Findings.None(
            packed
                .SelectMany(PageLink.In)
                .Where(link => !link.IsAbsolute && link.Path != link.Page)
                .Select(link =>
                    $"{link.Page}:{link.Line} leads to {link.Path}, which is not in the package. Write {PageLink.Published}blob/main/{link.Path}."
                )
        );
    }

    [Fact]
    public void Every_page_of_the_documentation_is_in_its_index()
    {
        var linked = PageLink.In(MarkdownPage.Named("docs/README.md")).Select(link => link.Path).ToHashSet();
        var pages = MarkdownPage
            .All.Select(page => page.Path)
            .Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path != "docs/README.md")
            .ToList();

        Assert.True(pages.Count > 15, $"{pages.Count} found");
        Findings.None(pages.Except(linked).Select(path => $"docs/README.md does not link to {path}."));
    }

    [Theory]
    [InlineData("docs/missing.md", "leads to docs/missing.md, which does not exist.")]
    [InlineData("#missing", "leads to README.md#missing; the page has no such heading.")]
    [InlineData("src/PaymentAbstractions/README.md#missing", "has no such heading.")]
    [InlineData(PageLink.Published + "blob/main/docs/missing.md", "leads to docs/missing.md, which does not exist.")]
    [InlineData("docs/../src", null)]
    [InlineData("https://www.nuget.org/", null)]
    public void A_link_that_leads_nowhere_is_noticed(string target, string? expected)
    {
        var problem = PageLink.Of("README.md", 1, target) is { } link ? ProblemOf(link) : null;

        if (expected is null)
        {
            Assert.Null(problem);
        }
        else
        {
            Assert.EndsWith(expected, problem, StringComparison.Ordinal);
        }
    }

    private static string? ProblemOf(PageLink link)
    {
        if (!Repository.Exists(link.Path) && !Folders.Contains(link.Path))
        {
            return $"{link.Page}:{link.Line} leads to {link.Path}, which does not exist.";
        }

        return
            link.Anchor is { } anchor
            && link.Path.EndsWith(".md", StringComparison.Ordinal)
            && !MarkdownPage.Named(link.Path).Anchors.Contains(anchor)
            ? $"{link.Page}:{link.Line} leads to {link.Path}#{anchor}; the page has no such heading."
            : null;
    }

    private static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = file.IndexOf('/', slash + 1))
        {
            yield return file[..slash];
        }
    }
}
