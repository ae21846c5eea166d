namespace PaymentAbstractions.Conventions;

/// <summary>Code that a page quotes from a file occurs in that file, which is compiled and run.</summary>
public sealed class QuotationTests
{
    [Fact]
    public void Every_quotation_is_in_its_file()
    {
        var quotations = MarkdownPage
            .All.SelectMany(page => page.Blocks)
            .Where(block => block is { IsCSharp: true, QuotedFrom: not null })
            .ToList();

        Assert.True(quotations.Count > 8, $"{quotations.Count} found");
        Findings.None(
            quotations
                .Where(block => !Flat(SourceOf(block)).Contains(Flat(block.Code), StringComparison.Ordinal))
                .Select(block => $"{block} does not stand in {block.QuotedFrom}.")
        );
    }

    private static string SourceOf(CodeBlock block) =>
        Repository.Read(PageLink.Of(block.Page, block.Line, block.QuotedFrom!)!.Path);

    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
