using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Journal.Tests;

public sealed class EntryOrderTests
{
    [Fact]
    public void The_oldest_entry_is_first_then_the_key_then_the_environment_decides() =>
        Prop.ForAll(
                Gen.Choose(0, 23).ArrayOf().ToArbitrary(),
                static numbers =>
                {
                    var entries = numbers.Distinct().Select(Entry).ToList();

                    var sorted = entries.OldestFirst();

                    return sorted.SequenceEqual(
                        entries
                            .OrderBy(static entry => entry.FirstStartedAt)
                            .ThenBy(static entry => entry.Intent.IdempotencyKey.Value, StringComparer.Ordinal)
                            .ThenBy(static entry => entry.Intent.Environment)
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    // Three times, four keys and two environments.
    private static JournalEntry Entry(int number)
    {
        var intent = Some.Sale($"{"aBb-"[number / 3 % 4]}-1") with { Environment = (GatewayEnvironment)(number / 12) };
        return new JournalEntry
        {
            Intent = intent,
            Attempt = 1,
            FirstStartedAt = Some.Now.AddSeconds(number % 3),
        };
    }
}
