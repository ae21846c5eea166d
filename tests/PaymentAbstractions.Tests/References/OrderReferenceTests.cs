namespace PaymentAbstractions.Tests;

public sealed class OrderReferenceTests
{
    [Fact]
    public void The_default_is_not_given()
    {
        var none = default(OrderReference);

        Assert.False(none.IsSpecified);
        Assert.Equal("", none.Value);
        Assert.Equal("(none)", none.ToString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("order-1001/2026")]
    public void Printable_ascii_is_an_order(string text)
    {
        Assert.True(OrderReference.TryParse(text, out var parsed));

        Assert.True(parsed.IsSpecified);
        Assert.Equal(text, parsed.Value);
        Assert.Equal(text, parsed.ToString());
        Assert.Equal(new OrderReference(text), parsed);
    }

    [Theory]
    [MemberData(nameof(TokenTexts.Malformed), 64, MemberType = typeof(TokenTexts))]
    public void Anything_else_is_refused(string? text)
    {
        var exception = Assert.Throws<PaymentRequestException>(() => new OrderReference(text!));

        Assert.Equal("OrderReference", Assert.Single(exception.Problems).Field);
        Assert.False(OrderReference.TryParse(text, out var parsed));
        Assert.Equal(default, parsed);
    }

    [Fact]
    public void Orders_of_the_greatest_length_are_taken()
    {
        Assert.True(OrderReference.TryParse(new string('o', 64), out _));
    }
}
