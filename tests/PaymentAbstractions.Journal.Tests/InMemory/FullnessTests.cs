namespace PaymentAbstractions.Journal.Tests;

public sealed class FullnessTests
{
    [Fact]
    public async Task When_as_many_are_in_doubt_as_may_be_nothing_more_begins()
    {
        var memory = new Memory(options => options.MaxInDoubt = 2);
        await memory.OpenAsync("a");
        await memory.OpenAsync("b");

        var refused = await memory.OpenAsync("c");

        Assert.Equal(JournalDecisionKind.NotRecorded, refused.Kind);
        Assert.Equal(JournalFailureKind.Full, refused.Failure!.Kind);
        Assert.Contains("2 payments", refused.Failure.Message, StringComparison.Ordinal);
        Assert.False(await memory.KnowsAsync("c"));
        Assert.False(memory.Journal.Health.IsOpenForSends);
        Assert.Equal(refused.Failure, memory.Journal.Health.LastFailure);
    }

    [Fact]
    public async Task Requests_that_need_no_room_are_answered_when_the_journal_is_full()
    {
        var memory = new Memory(options => options.MaxInDoubt = 1);
        var paid = await memory.SellAsync("a");
        await memory.OpenAsync("b");

        var repeat = await memory.BeginAsync(paid);
        var again = await memory.OpenAsync("b");

        Assert.Equal(JournalDecisionKind.Answered, repeat.Kind);
        Assert.Equal(JournalDecisionKind.InProgress, again.Kind);
    }

    [Fact]
    public async Task An_outcome_makes_room()
    {
        var memory = new Memory(options => options.MaxInDoubt = 1);
        var begun = await memory.OpenAsync("a");
        await memory.CompleteAsync(begun.Entry!.Intent, Some.Unknown(begun.Entry.Intent));
        var whileUnknown = await memory.OpenAsync("b");

        await memory.CompleteAsync(begun.Entry.Intent, Some.Approved(begun.Entry.Intent));

        Assert.Equal(JournalDecisionKind.NotRecorded, whileUnknown.Kind);
        Assert.True(memory.Journal.Health.IsOpenForSends);
        Assert.True((await memory.OpenAsync("b")).IsStarted);
    }

    [Fact]
    public async Task From_80_percent_on_the_journal_warns_until_there_is_room_again()
    {
        var memory = new Memory(options => options.MaxInDoubt = 10);
        var begun = new List<JournalIntent>();
        for (var i = 0; i < 7; i++)
        {
            begun.Add((await memory.OpenAsync($"k{i}")).Entry!.Intent);
        }

        var at7 = memory.Journal.Health;
        begun.Add((await memory.OpenAsync("k7")).Entry!.Intent);
        var at8 = memory.Journal.Health;
        await memory.CompleteAsync(begun[0], Some.Declined(begun[0]));
        var backAt7 = memory.Journal.Health;
        await memory.CompleteAsync(begun[1], Some.Declined(begun[1]));

        Assert.Null(at7.Warning);
        Assert.Contains("80 % of the maximum of 10 open", at8.Warning, StringComparison.Ordinal);
        Assert.True(at8.IsOpenForSends);
        Assert.Equal(at8.Warning, backAt7.Warning);
        Assert.Null(memory.Journal.Health.Warning);
    }

    [Fact]
    public void Options_without_meaning_are_refused()
    {
        var options = new InMemoryJournalOptions
        {
            KeepClosedFor = TimeSpan.FromMinutes(59),
            MaxClosed = 0,
            MaxInDoubt = 0,
        };

        var thrown = Assert.Throws<PaymentConfigurationException>(() => new InMemoryPaymentJournal(options));

        Assert.Equal(
            [
                "KeepClosedFor: is 00:59:00, and must be 01:00:00 to 366.00:00:00.",
                "MaxClosed: is 0, and must be at least 1.",
                "MaxInDoubt: is 0, and must be at least 1.",
            ],
            thrown.Problems
        );
        var problems = new ProblemList();
        new InMemoryJournalOptions().Validate(problems);
        Assert.Equal(0, problems.Count);
    }
}
