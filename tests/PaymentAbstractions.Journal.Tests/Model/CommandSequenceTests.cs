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
            (1, Gen.Constant(JournalCommandKind.LosePower)),
            (1, Gen.Constant(JournalCommandKind.Kill)),
            (1, Gen.Constant(JournalCommandKind.Restart)),
            (1, Gen.Constant(JournalCommandKind.Reopen)),
            (1, Gen.Constant(JournalCommandKind.Compact))
        )
        from key in Gen.Choose(0, 1000)
        from choice in Gen.Choose(0, 1000)
        from seed in Gen.Choose(0, int.MaxValue)
        select new JournalCommand(kind, key, choice, seed);

    // A failure is told with the seed of FsCheck and the shrunk sequence, and each step holds the seed of its own chances.
    [Fact]
    public void A_journal_does_what_the_model_does_over_every_crash_and_recovery() =>
        Prop.ForAll(
                Gen.ListOf(Command, 60).ToArbitrary(),
                commands =>
                {
                    var found = Run([.. commands]);
                    Assert.True(found is null, found);
                }
            )
            .QuickCheckThrowOnFailure();

    private static string? Run(IReadOnlyList<JournalCommand> commands) =>
        Task.Run(() => CommandRun.RunAsync(commands)).GetAwaiter().GetResult();
}
