namespace PaymentAbstractions.Adapters.Tests;

public sealed class DescriptionMarkTests
{
    private static readonly DescriptionMark Mark = new(digits: 20, maxLength: 60);
    private static readonly string Key = AdapterFixture.WireKey("key-1");
    private static readonly string Ours = $"ref:{Key[..20]}";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_mark_stands_alone_where_there_is_no_text(string? text) => Assert.Equal(Ours, Mark.Write(text, Key));

    [Fact]
    public void A_mark_stands_behind_a_text_that_fits()
    {
        var longest = new string('x', Mark.MaxTextLength);

        var written = Mark.Write(longest, Key);

        Assert.Equal(60, written.Length);
        Assert.True(Mark.Carries(written, Key));
        Assert.True(Mark.IsMarked(written));
    }

    [Theory]
    [InlineData("{0}", true, true)]
    [InlineData("Thanks {0}", true, true)]
    [InlineData("Thanks {0}  ", true, true)]
    [InlineData("{0} Thanks", false, false)]
    [InlineData("ref:00000000000000000000", false, true)]
    [InlineData("ref:0000000000000000000", false, false)]
    [InlineData("ref:0000000000000000000G", false, false)]
    [InlineData("REF:00000000000000000000", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void A_mark_is_recognized_at_the_end(string? description, bool isOurs, bool isMarked)
    {
        var text = description?.Replace("{0}", Ours, StringComparison.Ordinal);

        Assert.Equal((isOurs, isMarked), (Mark.Carries(text, Key), Mark.IsMarked(text)));
    }

    [Theory]
    [InlineData(19, 60)]
    [InlineData(41, 60)]
    [InlineData(20, 23)]
    public void A_mark_that_is_too_short_or_does_not_fit_is_refused(int digits, int maxLength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DescriptionMark(digits, maxLength));

    [Fact]
    public void A_mark_that_fits_alone_leaves_no_room() =>
        Assert.Equal(0, new DescriptionMark(digits: 40, maxLength: 44).MaxTextLength);
}
