using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Testing;

/// <summary>The application behind a fake gateway: the production pipeline with one gateway.</summary>
internal sealed record FakeApplication(
    IPaymentGateway Gateway,
    IPaymentRecovery Recovery,
    IPaymentJournal Journal,
    IPaymentReconciliation Reconciliation,
    HandlerScopes Handlers
);
