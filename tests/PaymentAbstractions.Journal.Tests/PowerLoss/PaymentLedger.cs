using System.Collections.Concurrent;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>What a journal answered, and when: all of it must be there after a crash.</summary>
internal sealed class PaymentLedger
{
    // For each key its states in order, each with the number of file operations that were done when it was answered.
    private readonly ConcurrentDictionary<JournalKey, List<(JournalEntry Entry, int AnsweredAt)>> _states = [];

    public int Payments => _states.Count;

    /// <summary>Pays for some orders, several at once.</summary>
    public Task PayAsync(SqlitePaymentJournal journal, VfsRecording recording, string prefix, Random random, int orders)
    {
        // A connection that pays one order after the other, as a cashier does, and several of them.
        var cashiers = Enumerable
            .Range(0, random.Next(2, 6))
            .Select(cashier => (Cashier: cashier, Random: new Random(random.Next())))
            .ToList();
        return Task.WhenAll(
            cashiers.Select(async one =>
            {
                for (var order = one.Cashier; order < orders; order += cashiers.Count)
                {
                    await new PaymentCase(journal, this, recording, $"{prefix}-{order}", one.Random).RunAsync();
                }
            })
        );
    }

    /// <summary>Notes what was answered.</summary>
    public void Note(JournalEntry entry, VfsRecording recording)
    {
        var states = _states.GetOrAdd(entry.Key, _ => []);
        lock (states)
        {
            states.Add((entry, recording.Count));
        }
    }

    /// <summary>Compares what a journal holds with what had been answered after some operations.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> CompareAsync(SqlitePaymentJournal journal, int operations)
    {
        var all = await FindAllAsync(journal);
        foreach (var (key, found) in all)
        {
            var states = _states[key];
            var answered = states.FindLastIndex(state => state.AnsweredAt <= operations);
            if (found is null && answered >= 0)
            {
                return $"{key} was answered as {states[answered].Entry.State} and is gone";
            }

            if (found is not null && !states.Skip(answered).Any(state => Alone(state.Entry) == Alone(found)))
            {
                return $"{key} was answered as state {answered} of {states.Count} and reads {found.State}, revision {found.Revision}";
            }
        }

        var entries = all.Select(one => one.Found).OfType<JournalEntry>().ToList();
        if (
            Array.IndexOf(await Task.WhenAll(entries.Select(entry => IsListedAsync(journal, entry))), false)
            is >= 0
                and var i
        )
        {
            return $"{entries[i].Key} is not found by its order";
        }

        var inDoubt = entries.Count(entry => entry.IsInDoubt);
        var unresolved = await journal.GetUnresolvedAsync(new JournalQuery()).ToListAsync();
        return unresolved.Count == inDoubt ? null : $"{inDoubt} are in doubt and {unresolved.Count} are listed";
    }

    /// <summary>What the next process finds, it answers with: from now on it must be there.</summary>
    /// <param name="journal">The journal of the next process.</param>
    /// <param name="recording">What is done to its files.</param>
    /// <param name="operations">After how many operations the process before it ended.</param>
    public async Task<PaymentLedger> InheritAsync(SqlitePaymentJournal journal, VfsRecording recording, int operations)
    {
        var heir = new PaymentLedger();
        foreach (var (key, found) in await FindAllAsync(journal))
        {
            if (found is not null)
            {
                var answered = _states[key].Where(state => state.AnsweredAt <= operations);
                heir._states[key] = [.. answered.Select(state => (state.Entry, 0)), (found, recording.Count)];
            }
        }

        return heir;
    }

    // Requests at the same time share a transaction.
    private Task<(JournalKey Key, JournalEntry? Found)[]> FindAllAsync(SqlitePaymentJournal journal) =>
        Task.WhenAll(_states.Keys.Select(async key => (key, await journal.FindAsync(key))));

    private static async Task<bool> IsListedAsync(SqlitePaymentJournal journal, JournalEntry entry)
    {
        var (environment, order) = (entry.Intent.Environment, entry.Intent.OrderReference);
        return !order.IsSpecified || (await journal.FindByOrderAsync(environment, order).ToListAsync()).Contains(entry);
    }

    // A begin that was refused because its sync failed may be found, and the repeat of it has another nonce.
    private static JournalEntry Alone(JournalEntry entry) => entry with { Nonce = null };
}
