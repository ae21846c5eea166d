using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>A journal in memory with a clock that the test sets.</summary>
internal sealed class Memory
{
    public Memory(Action<InMemoryJournalOptions>? configure = null)
    {
        var options = new InMemoryJournalOptions();
        configure?.Invoke(options);
        Journal = new InMemoryPaymentJournal(options, Clock);
    }

    public ManualTimeProvider Clock { get; } = new(Some.Now);

    public InMemoryPaymentJournal Journal { get; }

    /// <summary>Pays a new order, with a transaction that is named after the key.</summary>
    public async Task<JournalIntent> SellAsync(string key)
    {
        var sale = Some.Sale(key, "order-" + key);
        await Journal.PayAsync(sale);
        return sale;
    }

    /// <summary>Begins a sale of a new order and leaves it open.</summary>
    public Task<JournalDecision> OpenAsync(string key) => BeginAsync(Some.Sale(key, "order-" + key));

    public Task<JournalDecision> BeginAsync(JournalIntent intent) =>
        Journal.BeginAsync(intent, TestContext.Current.CancellationToken);

    public Task<JournalWrite> CompleteAsync(JournalIntent intent, JournalOutcome outcome) =>
        Journal.CompleteAsync(intent.JournalKey, 1, outcome, cancellationToken: TestContext.Current.CancellationToken);

    public Task<OriginalAmounts> AmountsAsync(string transaction) =>
        Journal.GetAmountsAsync(Some.Transaction(transaction), TestContext.Current.CancellationToken);

    public async Task<bool> KnowsAsync(string key) =>
        await Journal.FindAsync(Some.Key(key), TestContext.Current.CancellationToken) is not null;

    /// <summary>Returns those of the keys that the journal contains.</summary>
    public async Task<List<string>> KnownAsync(params string[] keys)
    {
        var known = new List<string>();
        foreach (var key in keys)
        {
            if (await KnowsAsync(key))
            {
                known.Add(key);
            }
        }

        return known;
    }
}
