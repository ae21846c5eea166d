namespace PaymentAbstractions.Conventions;

/// <summary>One fenced block of a Markdown page, with the notes immediately before it.</summary>
/// <remarks>
/// Notes are comments, which readers of the page do not see. These have a meaning for a block of C#; several may be combined:
/// <list type="table">
/// <item><term>(no note)</term><description>the block compiles by itself, with the names of
/// <see cref="ExampleContext"/></description></item>
/// <item><term><c>continues</c></term><description>it continues the block of C# before it, and uses its variables and
/// types</description></item>
/// <item><term><c>setup</c></term><description>the lines that follow in the comment are compiled before the block</description></item>
/// <item><term><c>with: folder</c></term><description>it is compiled together with the sources in that folder of the
/// repository</description></item>
/// <item><term><c>run</c></term><description>it is also run, over emulated providers; a block of <c>text</c> that follows is what it
/// prints</description></item>
/// <item><term><c>program: fresh web application</c></term><description>it is the whole <c>Program.cs</c> of <c>dotnet new
/// web</c></description></item>
/// </list>
/// A block of JSON with the note <c>settings: fresh web application</c> is the <c>appsettings.json</c> of the program of its page.
/// A block after a line that begins with <c>From [file](link):</c> is a quotation. It is not compiled here: that file must contain it.
/// </remarks>
/// <param name="Page">The path of the page.</param>
/// <param name="Line">The line of the fence, from 1.</param>
/// <param name="Language">The text after the fence.</param>
/// <param name="Code">The lines between the fences.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Code)
{
    public const string WebApplication = "program: fresh web application";

    public const string WebSettings = "settings: fresh web application";

    private const string Sources = "with: ";

    private const string SetUp = "setup\n";

    private static readonly string[] Known = ["continues", "run", WebApplication];

    public IReadOnlyList<(int Line, string Text)> Notes { get; init; } = [];

    /// <summary>The target of the link that names the quoted file.</summary>
    public string? QuotedFrom { get; init; }

    /// <summary>The block of text that follows immediately.</summary>
    public string? Output { get; init; }

    public bool IsCSharp => Language == "csharp";

    public bool Continues => Has("continues");

    public bool Runs => Has("run");

    public bool IsWebApplication => Has(WebApplication);

    public bool IsWebSettings => Has(WebSettings);

    /// <summary>The sources that are compiled together with the block.</summary>
    public IEnumerable<string> Files =>
        Notes
            .Where(note => note.Text.StartsWith(Sources, StringComparison.Ordinal))
            .SelectMany(note =>
                Repository.Files.Where(file =>
                    file.StartsWith(note.Text[Sources.Length..] + "/", StringComparison.Ordinal)
                    && file.EndsWith(".cs", StringComparison.Ordinal)
                )
            );

    /// <summary>The hidden lines that are compiled before the block, as separate blocks.</summary>
    public IEnumerable<CodeBlock> Setup =>
        Notes
            .Where(note => note.Text.StartsWith(SetUp, StringComparison.Ordinal))
            .Select(note => new CodeBlock(Page, note.Line, Language, note.Text[SetUp.Length..]));

    /// <summary>The notes that have no meaning.</summary>
    public IEnumerable<string> Unknown =>
        Notes
            .Select(note => note.Text)
            .Where(note =>
                !Known.Contains(note)
                && !note.StartsWith(SetUp, StringComparison.Ordinal)
                && !note.StartsWith(Sources, StringComparison.Ordinal)
            );

    public override string ToString() => $"{Page}:{Line}";

    private bool Has(string note) => Notes.Any(one => one.Text == note);
}
