namespace PaymentAbstractions.Pipeline.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["Rebilly", "VirtualTerminal", "USD", "EUR"];

    [Theory]
    [InlineData("Rebily", "Rebilly")]
    [InlineData("rebilly", "Rebilly")]
    [InlineData("Rebilyl", "Rebilly")]
    [InlineData("VirtualTreminal", "VirtualTerminal")]
    [InlineData("Virtual-Terminal", "VirtualTerminal")]
    [InlineData("US", "USD")]
    [InlineData("UDS", "USD")]
    [InlineData("EUP", "EUR")]
    [InlineData("GBP", null)]
    [InlineData("Stripe", null)]
    [InlineData("Rebel", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("RebillyRebillyRebillyRebillyRebillyRebilly", null)]
    public void A_name_is_suggested_only_where_it_is_near(string? text, string? expected)
    {
        Assert.Equal(expected, NearestName.Of(text, Names));
        Assert.Equal(expected is null ? "" : $" Did you mean '{expected}'?", NearestName.Hint(text, Names));
    }

    [Fact]
    public void Of_no_names_none_is_near() => Assert.Equal("", NearestName.Hint("x", []));
}
