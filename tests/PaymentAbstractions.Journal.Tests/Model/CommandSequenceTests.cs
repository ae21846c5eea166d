using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Journal.Tests;

public sealed class CommandSequenceTests
{
    private static readonly Gen<JournalCommand> Command =
        from kind in Gen.Frequency(
            (6, Gen.Constant(JournalCommandKind.Charge)),
            (5, Gen.Constant(JournalCommandKind.Follow)),
            (8, Gen.Constant(JournalCommandKind.Complete)),
            (3, Gen.Constant(JournalCommandKind.Resolve)),
            (3, Gen.Constant(JournalCommandKind.Observe)),
            (2, Gen.Constant(JournalCommandKind.Publish)),
            (3, Gen.Constant(JournalCommandKind.Switch)),
            (1, Gen.Constant(JournalCommandKind.Restart))
        )
        from key in Gen.Choose(0, 1000)
        from choice in Gen.Choose(0, 1000)
        from seed in Gen.Choose(0, int.MaxValue)
        select new JournalCommand(kind, key, choice, seed);

    // A failure is told with the seed of FsCheck and the shrunk sequence, and each step holds the seed of its own chances.
    [Theory]
    [InlineData(JournalKind.InMemory)]
    [InlineData(JournalKind.Sqlite)]
    public void A_journal_does_what_the_model_does_also_over_two_processes_and_their_restarts(JournalKind kind) =>
        Prop.ForAll(
                Gen.ListOf(Command, 60).ToArbitrary(),
                commands =>
                {
                    var found = Task.Run(() => CommandRun.RunAsync(kind, [.. commands])).GetAwaiter().GetResult();
                    Assert.True(found is null, found);
                }
            )
            .QuickCheckThrowOnFailure();
}
