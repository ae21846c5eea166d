namespace PaymentAbstractions.Journal;

/// <summary>A place in what was asked for, which is sorted by a time and the row.</summary>
/// <param name="Time">When the attempt began, or the entry changed, as the database compares it.</param>
/// <param name="Id">The row.</param>
internal sealed record SqlPlace(object Time, long Id);
