namespace PaymentAbstractions.Journal;

/// <summary>A row of the table of payments, as far as it is read.</summary>
/// <param name="Place">Where it stands in what was asked for.</param>
/// <param name="Version">The form of the entry.</param>
/// <param name="Entry">The entry as JSON.</param>
internal sealed record SqlRow(SqlPlace Place, int Version, string Entry);
