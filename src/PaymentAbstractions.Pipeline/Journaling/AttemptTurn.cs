using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>The turn of an attempt on its guards.</summary>
/// <param name="MustAmend">Whether the data that it reads must be recorded before it may be sent.</param>
/// <param name="Others">Other payments that it has to take into account.</param>
/// <param name="Amend">Records the data that it reads; returns why nothing may be sent.</param>
internal sealed record AttemptTurn(
    bool MustAmend,
    ValueList<EarlierPayment> Others,
    Func<AttemptReading, CancellationToken, Task<PaymentResult?>> Amend
);
