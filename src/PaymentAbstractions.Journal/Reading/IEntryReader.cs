namespace PaymentAbstractions.Journal;

/// <summary>What <see cref="JournalRules"/> reads of a journal within one step. For those who implement a journal.</summary>
/// <remarks>Called by one thread at a time. What is read is the state that the step's writes replace.</remarks>
public interface IEntryReader
{
    /// <summary>Finds the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The entry, or null.</returns>
    JournalEntry? Find(JournalKey key);

    /// <summary>Finds every entry of an order in an environment, all operations.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="order">The order.</param>
    /// <returns>The entries, in no particular order.</returns>
    IEnumerable<JournalEntry> FindByOrder(GatewayEnvironment environment, OrderReference order);

    /// <summary>Finds the entries whose outcome names a transaction, under any name of its gateway.</summary>
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
    /// <param name="since">Those that began earlier are left out.</param>
    /// <returns>The entries, in no particular order.</returns>
    IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    );

    /// <summary>Finds the places in the line for a guard.</summary>
    /// <param name="guard">The guard's name, with the account.</param>
    /// <returns>The places, the earliest first.</returns>
    IEnumerable<JournalTicket> FindTickets(string guard);
}
