namespace PaymentAbstractions.Tests;

public sealed class MetadataTests
{
    private static readonly Metadata Sample = Metadata.From([
        KeyValuePair.Create("channel", "web"),
        KeyValuePair.Create("Channel", "shop"),
    ]);

    [Fact]
    public void Values_are_found_by_the_exact_name()
    {
        Assert.Equal("web", Sample["channel"]);
        Assert.Equal("shop", Sample["Channel"]);
        Assert.True(Sample.ContainsKey("channel"));
        Assert.False(Sample.ContainsKey("CHANNEL"));
        Assert.False(Sample.TryGetValue("campaign", out _));
        Assert.Throws<KeyNotFoundException>(() => Sample["campaign"]);
    }

    [Fact]
    public void Names_and_values_keep_their_order()
    {
        Assert.Equal(2, Sample.Count);
        Assert.Equal(["channel", "Channel"], Sample.Keys);
        Assert.Equal(["web", "shop"], Sample.Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("twice")]
    public void A_name_that_is_empty_or_repeats_is_refused(string name)
    {
        KeyValuePair<string, string>[] pairs = [new("twice", "1"), new(name, "2")];

        Assert.Throws<ArgumentException>(() => Metadata.From(pairs));
    }

    [Fact]
    public void Records_that_hold_metadata_compare_by_value()
    {
        var left = Request(KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "2"));
        var right = Request(KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "2"));

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, Request(KeyValuePair.Create("b", "2"), KeyValuePair.Create("a", "1")));
        Assert.NotEqual(left, Request(KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "3")));
        Assert.NotEqual(left, Request());
    }

    [Fact]
    public void No_metadata_is_one_and_the_same()
    {
        Assert.Same(Metadata.Empty, Request().Metadata);
        Assert.Same(Metadata.Empty, Metadata.From([]));
    }

    private static VoidRequest Request(params KeyValuePair<string, string>[] pairs) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey("key"),
            Transaction = new TransactionReference("cards", default, "txn"),
            Metadata = [.. pairs],
        };
}
