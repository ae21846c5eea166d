using PaymentAbstractions.Chaos;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>A journal whose disk is temporarily full for all writes after the payment itself.</summary>
internal sealed class FullJournal() : DelegatingJournal(new InMemoryPaymentJournal(new InMemoryJournalOptions()))
{
    private static readonly JournalFailure Failure = new()
    {
        Kind = JournalFailureKind.DiskFull,
        Message = "The disk is full.",
    };

    public bool IsFull { get; set; }

    public override Task<JournalWrite> ResolveAsync(
        JournalResolution resolution,
        CancellationToken cancellationToken = default
    ) => IsFull ? NotRecorded : base.ResolveAsync(resolution, cancellationToken);

    public override Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    ) => IsFull ? NotRecorded : base.NoteAsync(transaction, notification, cancellationToken);

    private static Task<JournalWrite> NotRecorded =>
        Task.FromResult(new JournalWrite { Status = JournalWriteStatus.NotRecorded, Failure = Failure });
}
