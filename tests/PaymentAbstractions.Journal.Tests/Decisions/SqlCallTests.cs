namespace PaymentAbstractions.Journal.Tests;

/// <summary>The locks that a call of the journal needs, when only reading shows which ones.</summary>
public sealed class SqlCallTests
{
    [Fact]
    public void The_names_that_a_list_concerns_do_not_grow_endlessly()
    {
        var call = new SqlCall<bool>(_ => true, [], _ => false);

        for (var round = 0; round < 100; round++)
        {
            call.Postpone(Missing(round, 400));
            Assert.InRange(call.Concerns.Count, 400, 1400);
        }

        Assert.Superset(Missing(99, 400).Names.ToHashSet(StringComparer.Ordinal), call.Concerns);
    }

    [Fact]
    public void Names_that_a_call_gave_itself_stay_when_more_are_found()
    {
        var call = new SqlCall<bool>(_ => true, ["key a"], _ => false);

        for (var round = 0; round < 10; round++)
        {
            call.Postpone(Missing(round, 400));
        }

        Assert.Equal(4001, call.Concerns.Count);
        Assert.Contains("key a", call.Concerns);
    }

    private static SqlUnlockedException Missing(int round, int count) =>
        new([.. Enumerable.Range(0, count).Select(number => $"key {round}-{number}")]);
}
