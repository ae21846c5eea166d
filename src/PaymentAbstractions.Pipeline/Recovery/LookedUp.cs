using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>What came of one look at a payment.</summary>
/// <param name="After">The entry as it is now.</param>
/// <param name="Found">What was found; none when nothing was looked at, because another look-up has the entry.</param>
/// <param name="IsKept">Whether what was found is recorded as far as it is to be.</param>
/// <param name="IsOvertaken">Whether it is not recorded because the entry changed, or another look-up took it, meanwhile.</param>
internal sealed record LookedUp(JournalEntry After, FindResult? Found, bool IsKept, bool IsOvertaken = false);
