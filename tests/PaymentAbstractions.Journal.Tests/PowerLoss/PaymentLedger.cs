using System.Collections.Concurrent;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The answers of a journal and when they were given; all of them must exist after a crash.</summary>
internal sealed class PaymentLedger
{
    // The states of each key in order, each with the number of file operations that were done when it was answered.
    private readonly ConcurrentDictionary<JournalKey, List<(JournalEntry Entry, int AnsweredAt)>> _states = [];

    public int Payments => _states.Count;

    /// <summary>Pays some orders concurrently.</summary>
    public Task PayAsync(SqlitePaymentJournal journal, VfsRecording recording, string prefix, Random random, int orders)
    {
        // Several connections, each of which pays one order after another, as a cashier does.
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

    /// <summary>Records an answer.</summary>
    public void Note(JournalEntry entry, VfsRecording recording)
    {
        var states = _states.GetOrAdd(entry.Key, _ => []);
        lock (states)
        {
            states.Add((entry, recording.Count));
        }
    }

    /// <summary>Compares the content of a journal with the answers that were given after some operations.</summary>
    /// <returns>The difference; null when there is none.</returns>
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

    /// <summary>Makes a ledger of what the next process finds; it answers with these entries, so they must exist from now on.</summary>
    /// <param name="journal">The journal of the next process.</param>
    /// <param name="recording">The recording of its files.</param>
    /// <param name="operations">The number of operations after which the previous process ended.</param>
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

    // Concurrent requests share a transaction.
    private Task<(JournalKey Key, JournalEntry? Found)[]> FindAllAsync(SqlitePaymentJournal journal) =>
        Task.WhenAll(_states.Keys.Select(async key => (key, await journal.FindAsync(key))));

    private static async Task<bool> IsListedAsync(SqlitePaymentJournal journal, JournalEntry entry)
    {
        var (environment, order) = (entry.Intent.Environment, entry.Intent.OrderReference);
        return !order.IsSpecified || (await journal.FindByOrderAsync(environment, order).ToListAsync()).Contains(entry);
    }

    // A begin that was refused because its sync failed may be found, and its repeat has another nonce.
    private static JournalEntry Alone(JournalEntry entry) => entry with { Nonce = null };
}
