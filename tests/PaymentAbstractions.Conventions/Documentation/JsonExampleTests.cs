using System.Text.Json;

namespace PaymentAbstractions.Conventions;

public sealed class JsonExampleTests
{
    [Fact]
    public void Every_block_of_json_can_be_parsed()
    {
        var blocks = MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == "json").ToList();

        Assert.True(blocks.Count > 5, $"{blocks.Count} found");
        Findings.None(blocks.Select(ProblemOf).OfType<string>());
    }

    private static string? ProblemOf(CodeBlock block)
    {
        try
        {
            using var document = JsonDocument.Parse(block.Code);
            return null;
        }
        catch (JsonException exception)
        {
            return $"{block} is no JSON: {exception.Message}";
        }
    }
}
