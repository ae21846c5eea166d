namespace PaymentAbstractions.Journal.Tests;

/// <summary>The expanding schedule on which a closed payment is looked up again, until it can no longer change.</summary>
public sealed class NextCheckTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly TimeSpan[] Usual =
    [
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(2),
        TimeSpan.FromDays(4),
    ];

    [Fact]
    public void The_checks_follow_the_list_and_the_last_one_is_at_the_end_of_the_time() =>
        Assert.Equal([.. Usual, Week], Schedule(Week, Usual));

    [Fact]
    public void When_the_list_is_used_up_the_last_wait_doubles() =>
        Assert.Equal(Hours(1, 3, 6, 12, 24, 40), Schedule(TimeSpan.FromHours(40), Hours(1, 3)));

    [Fact]
    public void Checks_after_the_end_of_the_time_are_left_out() =>
        Assert.Equal(Hours(1, 5), Schedule(TimeSpan.FromHours(5), Usual));

    [Fact]
    public void Without_a_list_there_is_one_check_at_the_end_of_the_time() => Assert.Equal([Week], Schedule(Week, []));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Where_nothing_changes_nothing_is_checked(int hours) =>
        Assert.Empty(Schedule(TimeSpan.FromHours(hours), Usual));

    [Fact]
    public void Checks_that_were_missed_are_not_made_up_for()
    {
        Assert.Equal(Some.Now.AddDays(4), Next(Some.Now.AddDays(3)));
        Assert.Equal(Some.Now.AddDays(7), Next(Some.Now.AddDays(5)));
        Assert.Null(Next(Some.Now.AddDays(7)));

        static DateTimeOffset? Next(DateTimeOffset now) => JournalRules.NextCheck(Some.Now, now, Week, Usual);
    }

    [Fact]
    public void A_clock_that_was_set_back_since_the_payment_was_closed_changes_nothing() =>
        Assert.Equal(Some.Now.AddHours(1), JournalRules.NextCheck(Some.Now, Some.Now.AddDays(-1), Week, Usual));

    // Assumes that each check happens when it is due.
    private static List<TimeSpan> Schedule(TimeSpan mayChangeFor, IReadOnlyList<TimeSpan> after)
    {
        var checks = new List<TimeSpan>();
        var now = Some.Now;
        while (checks.Count < 100 && JournalRules.NextCheck(Some.Now, now, mayChangeFor, after) is { } next)
        {
            checks.Add(next - Some.Now);
            now = next;
        }

        return checks;
    }

    private static TimeSpan[] Hours(params int[] hours) => [.. hours.Select(one => TimeSpan.FromHours(one))];
}
