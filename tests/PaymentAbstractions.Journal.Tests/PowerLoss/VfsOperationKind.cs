namespace PaymentAbstractions.Journal.Tests;

internal enum VfsOperationKind
{
    Create,
    Write,
    Truncate,
    Sync,
    FailedSync,
    Delete,
}
