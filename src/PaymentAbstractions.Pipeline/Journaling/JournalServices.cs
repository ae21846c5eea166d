using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>What the journal stages of all gateways share.</summary>
internal sealed record JournalServices(
    IPaymentJournal Journal,
    RunningExchanges Exchanges,
    EntryLookup Lookup,
    PublishSignal Publish,
    TimeProvider Time,
    ILogger Logger
);
