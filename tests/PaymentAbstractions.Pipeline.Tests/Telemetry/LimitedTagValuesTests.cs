namespace PaymentAbstractions.Pipeline.Tests;

public sealed class LimitedTagValuesTests
{
    [Fact]
    public void Values_beyond_the_limit_are_one_value_and_the_first_ones_stay()
    {
        var values = new LimitedTagValues(2);

        Assert.Equal(["a", "b", "other", "a", "other"], new[] { "a", "b", "c", "a", "d" }.Select(values.Limit));
    }

    [Fact]
    public void The_limit_holds_for_many_threads()
    {
        var values = new LimitedTagValues(100);

        var reported = Enumerable
            .Range(0, 10_000)
            .AsParallel()
            .Select(i => values.Limit($"code_{i % 1_000}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(101, reported.Count);
    }
}
