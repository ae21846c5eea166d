namespace PaymentAbstractions.Journal;

/// <summary>
/// Thrown when a call reads or writes data that its transaction has not locked. Locks are never added later: the call runs again with the
/// names.
/// </summary>
/// <param name="names">The additional names to lock.</param>
internal sealed class SqlUnlockedException(IReadOnlyList<string> names) : Exception
{
    public IReadOnlyList<string> Names => names;
}
