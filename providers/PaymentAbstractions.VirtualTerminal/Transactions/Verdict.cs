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

    /// <summary>Whether the answer denies success and names a transaction, which has to be read before anything is said.</summary>
    public bool NeedsLookup { get; init; }

    public static Verdict Unknown(string message) =>
        new(PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer, message);
}
