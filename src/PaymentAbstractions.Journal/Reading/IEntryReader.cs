namespace PaymentAbstractions.Journal;

/// <summary>The reads of <see cref="JournalRules"/> within one step. For implementers of journals.</summary>
/// <remarks>Called by one thread at a time. Reads see the state that the writes of the step replace.</remarks>
public interface IEntryReader
{
    /// <summary>Finds the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The entry; <see langword="null"/> when there is none.</returns>
    JournalEntry? Find(JournalKey key);

    /// <summary>Finds the entry of a key, and then the entries of the same key in other environments.</summary>
    /// <param name="key">The key.</param>
    /// <returns>
    /// The entries. Each is read when it is asked for, so that one that is not readable does not hide the ones before it.
    /// </returns>
    IEnumerable<JournalEntry> FindByKey(JournalKey key);

    /// <summary>Finds all entries of an order, for all operations.</summary>
    /// <param name="order">The order.</param>
    /// <param name="environment">The environment; <see langword="null"/> for all of them.</param>
    /// <returns>The entries, in no particular order.</returns>
    IEnumerable<JournalEntry> FindByOrder(OrderReference order, GatewayEnvironment? environment = null);

    /// <summary>Finds the entries whose outcome has a transaction, under any name of its gateway.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <returns>The entries, in no particular order.</returns>
    IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction);

    /// <summary>
    /// Finds the entries that capture, void or refund a transaction: it is their <see cref="JournalIntent.Original"/> or their
    /// <see cref="JournalEntry.OriginalRoot"/>, under any name of its gateway.
    /// </summary>
    /// <param name="original">The transaction.</param>
    /// <returns>The entries, in no particular order.</returns>
    IEnumerable<JournalEntry> FindByOriginal(TransactionReference original);

    /// <summary>
    /// Finds the authorizations of a customer at an account that may hold money: those whose
    /// <see cref="JournalEntry.MayBeOpenAuthorization"/> is true.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="customerId">The customer's id at the provider.</param>
    /// <param name="since">Entries that started earlier are left out.</param>
    /// <returns>The entries, in no particular order.</returns>
    IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    );

    /// <summary>Finds the tickets in the queue for a guard.</summary>
    /// <param name="guard">The guard's name, with the account.</param>
    /// <returns>The tickets, the earliest first.</returns>
    IEnumerable<JournalTicket> FindTickets(string guard);
}
