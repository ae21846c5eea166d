namespace PaymentAbstractions.Journal;

/// <summary>Which of the entries that somebody has to do something about.</summary>
internal enum LiveList
{
    InDoubt,
    Unpublished,
    DuplicateCharges,
}
