using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Journal.Tests.InMemory;

public sealed class ClosedQueueTests
{
    private static readonly DateTimeOffset Start = Some.Now;

    [Fact]
    public void The_oldest_key_is_the_one_that_changed_first() =>
        Prop.ForAll(
                Gen.Choose(-9, 9).Where(static step => step != 0).ListOf().ToArbitrary(),
                static steps =>
                {
                    var queue = new ClosedQueue();
                    var expected = new List<(JournalKey Key, DateTimeOffset At)>();
                    foreach (var (step, number) in steps.Select(static (step, number) => (step, number)))
                    {
                        var key = KeyOf(Math.Abs(step));
                        // Several changes have the same time.
                        var at = Start.AddSeconds(number / 3);
                        expected.RemoveAll(one => one.Key == key);
                        if (step > 0)
                        {
                            queue.Touch(key, at);
                            expected.Add((key, at));
                        }
                        else
                        {
                            queue.Remove(key);
                        }
                    }

                    return queue.Count == expected.Count && Drained(queue).SequenceEqual(expected);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_that_changes_again_and_again_takes_no_more_space()
    {
        var queue = new ClosedQueue();
        queue.Touch(KeyOf(1), Start);
        for (var change = 0; change < 10_000; change++)
        {
            queue.Touch(KeyOf(2), Start);
            queue.Remove(KeyOf(3));
            queue.Touch(KeyOf(3), Start);
        }

        Assert.Equal(3, queue.Count);
        Assert.InRange(queue.Places, 3, 100);
        Assert.Equal([KeyOf(1), KeyOf(2), KeyOf(3)], Drained(queue).Select(static one => one.Key));
    }

    private static IEnumerable<(JournalKey Key, DateTimeOffset At)> Drained(ClosedQueue queue)
    {
        while (queue.TryPeek(out var key, out var at))
        {
            yield return (key, at);
            queue.Remove(key);
        }
    }

    private static JournalKey KeyOf(int number) => new(GatewayEnvironment.Sandbox, new IdempotencyKey($"key-{number}"));
}
