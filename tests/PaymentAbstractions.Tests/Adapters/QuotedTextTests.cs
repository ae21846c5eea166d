using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Tests;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData(null, "''")]
    [InlineData("cus 1", "'cus 1'")]
    [InlineData("a\r\nb\0\u200B\u00A0", @"'a\u000D\u000Ab\u0000\u200B\u00A0'")]
    [InlineData("4111-1111-1111-1111", "'****-****-****-1111'")]
    public void A_value_is_shown_as_it_is_but_for_what_harms(string? value, string expected) =>
        Assert.Equal(expected, QuotedText.Of(value));

    [Fact]
    public void A_long_value_is_cut() =>
        Assert.Equal($"'{new string('x', 79)}...'", QuotedText.Of(new string('x', 79) + "\U0001F600"));
}
