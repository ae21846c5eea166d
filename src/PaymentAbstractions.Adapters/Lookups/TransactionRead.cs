using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>The result of reading one transaction.</summary>
/// <param name="Transaction">The transaction; <see langword="null"/> when it was not shown.</param>
/// <param name="Refusal">The documented refusal, if there was one.</param>
/// <param name="Problem">One sentence with the reason why there is no transaction; empty when there is one.</param>
/// <param name="Answer">The answer; <see langword="null"/> when no request was sent.</param>
public sealed record TransactionRead(
    ProviderTransaction? Transaction,
    ProviderRefusal? Refusal,
    string Problem,
    TransportAnswer? Answer
)
{
    /// <summary>Whether the provider reports that it does not know the transaction.</summary>
    public bool IsNotFound => Refusal?.Reason == PaymentReason.NotFound;
}
