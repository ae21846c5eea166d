using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Journal.Tests.InMemory;

public sealed class MarkedKeysTests
{
    private static readonly Dictionary<JournalKey, JournalEntry> Entries = Enumerable
        .Range(1, 3)
        .Select(static number => Some.Sale($"key-{number}"))
        .ToDictionary(
            static intent => intent.JournalKey,
            static intent => new JournalEntry
            {
                Intent = intent,
                Attempt = 1,
                FirstStartedAt = intent.StartedAt,
            }
        );

    [Fact]
    public void The_keys_are_those_that_were_added_and_not_removed() =>
        Prop.ForAll(
                Gen.Choose(-3, 3).Where(static step => step != 0).ListOf().ToArbitrary(),
                static steps =>
                {
                    var expected = new HashSet<JournalKey>();
                    MarkedKeys? marked = null;
                    foreach (var step in steps)
                    {
                        var key = Some.Key($"key-{Math.Abs(step)}");
                        if (step > 0)
                        {
                            expected.Add(key);
                            marked = (marked ?? default).With(key);
                        }
                        else if (marked is { } some)
                        {
                            expected.Remove(key);
                            marked = some.Remove(key) ? null : some;
                        }

                        var keys = marked ?? default;
                        if (
                            keys.Count != expected.Count
                            || !expected.SetEquals(keys.EntriesIn(Entries).Select(entry => entry.Key))
                        )
                        {
                            return false;
                        }
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();
}
