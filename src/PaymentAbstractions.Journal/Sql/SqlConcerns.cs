namespace PaymentAbstractions.Journal;

/// <summary>
/// The names of what a call's decision depends on. When several hosts write at the same time, only the holder of a name's lock reads and
/// writes the entries with that name. An entry is written under all of its names, so that what was read under one of them stays true.
/// </summary>
internal static class SqlConcerns
{
    /// <summary>The data of the entry of a key, which is known only when it is read, and the key itself.</summary>
    public static IEnumerable<string> OfEntry(JournalKey key, TransactionReference? made = null)
    {
        if (made is not null)
        {
            yield return Of(made);
        }

        yield return $"entry {key.Key.Value}";
        yield return Of(key.Key);
    }

    // For both environments, because the other one's entry also decides if only the environment was wrong.
    public static string Of(IdempotencyKey key) => $"key {key.Value}";

    public static string Of(OrderReference order) => $"order {order.Value}";

    public static string Of(TransactionReference transaction) => $"transaction {transaction.Identity}";

    public static string OfCustomer(string customer) => $"customer {customer}";

    public static string OfGuard(string guard) => $"guard {guard}";

    public static IEnumerable<string> Of(JournalIntent intent)
    {
        yield return Of(intent.IdempotencyKey);
        if (intent.OrderReference.IsSpecified)
        {
            yield return Of(intent.OrderReference);
        }

        if (intent.Original is { } original)
        {
            yield return Of(original);
        }

        foreach (var guard in intent.Guards)
        {
            yield return OfGuard(guard.Name);
        }
    }

    public static IEnumerable<string> Of(JournalEntry entry)
    {
        foreach (var name in Of(entry.Intent))
        {
            yield return name;
        }

        if (entry.Outcome?.Transaction is { } made)
        {
            yield return Of(made);
        }

        if (entry.OriginalRoot is { } root)
        {
            yield return Of(root);
        }

        if (entry.OpenAuthorizationOf is { } customer)
        {
            yield return OfCustomer(customer);
        }
    }
}
