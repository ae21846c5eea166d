namespace PaymentAbstractions;

/// <summary>The stage that decides whether a payment may be sent: by a journal, or without one.</summary>
internal interface IJournalStage : IPaymentStage;
