namespace PaymentAbstractions.Conventions;

public sealed class ShopperMessagePageTests
{
    [Fact]
    public void The_page_lists_every_message_for_shoppers()
    {
        var rows = Repository
            .Read("docs/shopper-messages.md")
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(ShopperMessage.All.Select(message => $"| `{message.Key}` | {message.Text} |"), rows);
    }
}
