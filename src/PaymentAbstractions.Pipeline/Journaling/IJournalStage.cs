namespace PaymentAbstractions;

/// <summary>The stage that decides whether a payment may be sent: by a journal, or without one.</summary>
internal interface IJournalStage : IPaymentStage
{
    /// <summary>Keeps what a look-up showed, and tells what is known by the reading and the record together.</summary>
    Task<FindResult> ObserveAsync(FindResult found, DateTimeOffset readAt, CancellationToken cancellationToken);
}
