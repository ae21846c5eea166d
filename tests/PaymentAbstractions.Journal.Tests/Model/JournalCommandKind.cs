namespace PaymentAbstractions.Journal.Tests;

internal enum JournalCommandKind
{
    Charge,
    Follow,
    Complete,
    Resolve,
    Observe,
    Publish,
    Switch,
    Restart,
}
