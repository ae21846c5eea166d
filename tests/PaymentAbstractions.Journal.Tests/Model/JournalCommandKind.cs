namespace PaymentAbstractions.Journal.Tests;

internal enum JournalCommandKind
{
    Charge,
    Follow,
    Complete,
    Resolve,
    Publish,
    LosePower,
    Kill,
    Restart,
    Reopen,
    Compact,
}
