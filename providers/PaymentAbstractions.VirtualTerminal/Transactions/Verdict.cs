using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What an answer proves.</summary>
internal sealed record Verdict(PaymentOutcome Outcome, PaymentReason Reason, string? Message = null)
{
    /// <summary>The transaction that the answer shows.</summary>
    public TransactionBody? Body { get; init; }

    /// <summary>The id of the transaction, when the answer or the request names one.</summary>
    public long TransactionId { get; init; }

    /// <summary>What the provider said when it refused.</summary>
    public RefusalText? Refusal { get; init; }

    /// <summary>The code that the text of a refusal stands for.</summary>
    public ResponseCode? Code { get; init; }

    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>
    /// Whether success is denied in a way that is no proof by itself: beside the id of a transaction, or with a text that no
    /// row of <see cref="RefusalMeanings"/> knows. What the provider shows then has to be read before anything is said.
    /// </summary>
    public bool NeedsLookup { get; init; }

    public static Verdict Unknown(string message) =>
        new(PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer, message);
}
