using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

public class CommercialReadmeTests
{
    [Fact]
    public void The_example_is_what_is_written()
    {
        var section = Readme().Split("## Commercial card data", 2)[1];
        var example = section.Split("```json", 2)[1].Split("```", 2)[0];

        // Compares the members, their order, and the digits of every number.
        Assert.Equal(
            JsonNode.Parse(CommercialDataText.Of(Orders.LevelThree, Currency.Usd))!.ToJsonString(),
            JsonNode.Parse(example)!.ToJsonString()
        );
    }

    [Fact]
    public void Every_member_is_documented()
    {
        var section = Readme().Split("## Commercial card data", 2)[1];
        var names = Names(JsonNode.Parse(CommercialDataText.Of(Orders.Everything, Currency.Usd))!).Distinct().ToList();

        Assert.Equal(55, names.Count);
        Assert.All(names, name => Assert.Contains($"`{name}`", section, StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_says_that_the_card_scheme_may_not_receive_the_data()
    {
        Assert.Contains("Nothing says that it reaches the card scheme.", Readme(), StringComparison.Ordinal);
    }

    internal static string Readme([CallerFilePath] string path = "") =>
        File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(path)!, "../../../providers/PaymentAbstractions.Rebilly/README.md")
        );

    private static IEnumerable<string> Names(JsonNode? node) =>
        node switch
        {
            JsonObject parent => parent.SelectMany(member => Names(member.Value).Prepend(member.Key)),
            JsonArray items => items.SelectMany(Names),
            _ => [],
        };
}
