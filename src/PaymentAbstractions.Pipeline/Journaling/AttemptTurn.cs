using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>The turn of an attempt on what it has for itself.</summary>
/// <param name="MustAmend">Whether it may not be sent before what it reads is recorded.</param>
/// <param name="Others">Other payments that it has to heed.</param>
/// <param name="Amend">Records what it reads; gives why nothing may be sent.</param>
internal sealed record AttemptTurn(
    bool MustAmend,
    ValueList<EarlierPayment> Others,
    Func<AttemptReading, CancellationToken, Task<PaymentResult?>> Amend
);
