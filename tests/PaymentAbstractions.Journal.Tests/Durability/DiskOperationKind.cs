namespace PaymentAbstractions.Journal.Tests;

internal enum DiskOperationKind
{
    CreateFolder,
    CreateFile,
    Rename,
    Delete,
    Write,
    Truncate,
    SyncFile,
    SyncFolder,
}
