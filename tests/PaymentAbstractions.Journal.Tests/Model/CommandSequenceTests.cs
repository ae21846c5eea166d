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

    private static Property Holds(JournalKind kind) =>
        Prop.ForAll(
            Gen.ListOf(Command, 60).ToArbitrary(),
            commands =>
            {
                var found = Task.Run(() => CommandRun.RunAsync(kind, [.. commands])).GetAwaiter().GetResult();
                Assert.True(found is null, found);
            }
        );

    // A failure is reported with the seed of FsCheck and the shrunk sequence; each step contains its own random seed.
    [Theory]
    [InlineData(JournalKind.InMemory)]
    [InlineData(JournalKind.Sqlite)]
    [InlineData(JournalKind.PostgreSql)]
    public void A_journal_does_what_the_model_does_also_over_two_processes_and_their_restarts(JournalKind kind) =>
        // A server is slower to open than a file.
        Holds(kind).Check(Config.QuickThrowOnFailure.WithMaxTest(kind == JournalKind.PostgreSql ? 20 : 100));

    // Failures of earlier runs: seed, gamma and size of the run.
    [Theory]
    [InlineData(17220272856204184713UL, 9474359046128850781UL, 25)]
    [InlineData(3269062524158944429UL, 818622809219100337UL, 6)]
    [InlineData(17199911260426343627UL, 2032190599320335831UL, 15)]
    [InlineData(1992477652457044338UL, 3507654458211301051UL, 68)]
    [InlineData(3564662262464565479UL, 15983146985691408939UL, 53)]
    public void A_sequence_that_was_wrong_once_stays_right(ulong seed, ulong gamma, int size) =>
        Holds(JournalKind.InMemory).Check(Config.QuickThrowOnFailure.WithReplay(seed, gamma, size));
}
