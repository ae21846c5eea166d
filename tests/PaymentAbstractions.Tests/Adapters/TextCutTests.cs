using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Tests;

public sealed class TextCutTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 2, "ab")]
    [InlineData("abc", 0, "")]
    [InlineData("", 0, "")]
    [InlineData("a\U0001F600b", 2, "a")]
    [InlineData("a\U0001F600b", 3, "a\U0001F600")]
    [InlineData("ae\u0301b", 2, "a")]
    [InlineData("ae\u0301b", 3, "ae\u0301")]
    [InlineData("x\U0001F468\u200D\U0001F469\u200D\U0001F467y", 8, "x")]
    [InlineData("x\U0001F468\u200D\U0001F469\u200D\U0001F467y", 9, "x\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 6, "\U0001F1E9\U0001F1EA")]
    [InlineData("a\r\nb", 2, "a")]
    public void A_text_ends_with_a_whole_character(string text, int maxLength, string expected) =>
        Assert.Equal(expected, TextCut.ToLength(text, maxLength));

    [Theory]
    [InlineData("e\u0301\u0302\u0303", 2, "e\u0301")]
    [InlineData("\U0001F600", 1, "")]
    [InlineData("\U0001F468\u200D\U0001F469", 4, "\U0001F468\u200D")]
    public void Of_a_single_character_that_is_too_long_no_half_surrogate_pair_is_left(
        string text,
        int maxLength,
        string expected
    ) => Assert.Equal(expected, TextCut.ToLength(text, maxLength));
}
