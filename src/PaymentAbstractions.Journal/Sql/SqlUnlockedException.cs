namespace PaymentAbstractions.Journal;

/// <summary>
/// A call reads or writes what its transaction has not locked. Nothing is locked late: the call is done again with the names.
/// </summary>
/// <param name="names">What is to be locked besides.</param>
internal sealed class SqlUnlockedException(IReadOnlyList<string> names) : Exception
{
    public IReadOnlyList<string> Names => names;
}
