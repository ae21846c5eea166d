namespace PaymentAbstractions.Journal;

/// <summary>A row of the table of payments, as far as it is read.</summary>
internal sealed record SqlRow(SqlPlace Place, string Entry);
