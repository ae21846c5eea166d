namespace PaymentAbstractions.Journal;

/// <summary>A position in the results of a query, which are sorted by a time and the row.</summary>
/// <param name="Time">When the attempt started, or when the entry changed, in the format of the database.</param>
/// <param name="Id">The row.</param>
internal sealed record SqlPlace(object Time, long Id);
