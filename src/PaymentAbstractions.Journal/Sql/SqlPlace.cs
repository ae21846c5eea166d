namespace PaymentAbstractions.Journal;

/// <summary>A place in the lists, which are sorted by when attempts began.</summary>
/// <param name="StartedAt">When, as the database compares it.</param>
/// <param name="Id">The row.</param>
internal sealed record SqlPlace(object StartedAt, long Id);
