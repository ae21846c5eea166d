using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The result of looking up a payment once.</summary>
/// <param name="After">The current entry.</param>
/// <param name="Found">The result of the look-up; <see langword="null"/> when another look-up has the lease on the entry.</param>
/// <param name="IsKept">Whether the result is recorded as far as necessary.</param>
/// <param name="IsOvertaken">Whether it is not recorded because the entry changed or another look-up took it in the meantime.</param>
internal sealed record LookedUp(JournalEntry After, FindResult? Found, bool IsKept, bool IsOvertaken = false);
