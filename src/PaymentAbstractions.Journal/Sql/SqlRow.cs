namespace PaymentAbstractions.Journal;

/// <summary>The columns of a row of the payments table that are read.</summary>
/// <param name="Place">The position in the results.</param>
/// <param name="Version">The version of the format of the entry.</param>
/// <param name="Entry">The entry as JSON.</param>
internal sealed record SqlRow(SqlPlace Place, int Version, string Entry);
