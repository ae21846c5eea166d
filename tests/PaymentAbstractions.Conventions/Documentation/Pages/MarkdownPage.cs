using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PaymentAbstractions.Conventions;

/// <summary>One Markdown file of the repository: its headings, its links and its blocks of code.</summary>
internal sealed class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePreciseSourceLocation()
        .Build();

    private readonly MarkdownDocument _document;

    private MarkdownPage(string path)
    {
        Path = path;
        Text = Repository.Read(path).ReplaceLineEndings("\n");
        _document = Markdown.Parse(Text, Pipeline);
        Anchors =
        [
            .. _document.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id).OfType<string>(),
        ];
        Blocks = [.. BlocksIn(_document)];
    }

    /// <summary>Every Markdown file, ordered by path.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Repository
            .Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => new MarkdownPage(file)),
    ];

    /// <summary>The path from the root of the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The headings as GitHub names them in links.</summary>
    public HashSet<string> Anchors { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>Whether the page is packed into a package, where relative links do not work.</summary>
    public bool IsPacked =>
        Path == "docs/write-an-adapter.md"
        || Path == "templates/PaymentAdapter/README.md"
        || (
            Path.EndsWith("/README.md", StringComparison.Ordinal)
            && (
                Path.StartsWith("src/", StringComparison.Ordinal)
                || Path.StartsWith("providers/", StringComparison.Ordinal)
            )
        );

    public static MarkdownPage Named(string path) =>
        All.SingleOrDefault(page => page.Path == path) ?? throw new FileNotFoundException($"{path} does not exist.");

    /// <summary>The targets of links and images, with their line numbers.</summary>
    public IEnumerable<(int Line, string Target)> Links() =>
        _document
            .Descendants<LinkInline>()
            .Where(link => !string.IsNullOrEmpty(link.Url))
            .Select(link => (link.Line + 1, link.Url!));

    public override string ToString() => Path;

    private IEnumerable<CodeBlock> BlocksIn(ContainerBlock container)
    {
        for (var index = 0; index < container.Count; index++)
        {
            if (container[index] is FencedCodeBlock fenced)
            {
                yield return Read(fenced, container, index);
            }
            else if (container[index] is ContainerBlock inner)
            {
                foreach (var block in BlocksIn(inner))
                {
                    yield return block;
                }
            }
        }
    }

    private CodeBlock Read(FencedCodeBlock fenced, ContainerBlock container, int index)
    {
        Assert.True(fenced.ClosingFencedCharCount > 0, $"{Path}:{fenced.Line + 1} opens a fence that nothing closes.");
        var notes = new List<(int Line, string Text)>();
        var before = index - 1;
        for (; before >= 0 && container[before] is HtmlBlock { Type: HtmlBlockType.Comment } comment; before--)
        {
            notes.Insert(0, (comment.Line + 1, Comment(comment)));
        }

        return new CodeBlock(Path, fenced.Line + 1, fenced.Info ?? "", fenced.Lines.ToString())
        {
            Notes = notes,
            QuotedFrom =
                before >= 0
                && container[before] is ParagraphBlock { Inline: { } inline } paragraph
                && Text[paragraph.Span.Start..].StartsWith("From [", StringComparison.Ordinal)
                    ? inline.Descendants<LinkInline>().First().Url
                    : null,
            Output =
                index + 1 < container.Count && container[index + 1] is FencedCodeBlock { Info: "text" } output
                    ? output.Lines.ToString()
                    : null,
        };
    }

    /// <summary>The text of a comment; a line break after the opening mark is kept, so that lines can be counted.</summary>
    private static string Comment(HtmlBlock comment)
    {
        var text = comment.Lines.ToString();
        return text[(text.IndexOf("<!--", StringComparison.Ordinal) + 4)..].Split("-->")[0].Trim(' ');
    }
}
