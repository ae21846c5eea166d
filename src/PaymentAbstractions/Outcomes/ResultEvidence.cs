namespace PaymentAbstractions;

/// <summary>Checks the evidence for a result, whether it comes from an adapter or from a look-up.</summary>
internal static class ResultEvidence
{
    /// <returns>How the result contradicts itself or the request; <see langword="null"/> when it is consistent.</returns>
    public static string? Contradiction(PaymentResult result, Money? requested) =>
        result.Outcome switch
        {
            PaymentOutcome.Approved
            or PaymentOutcome.PartiallyApproved
            or PaymentOutcome.Reversed when LacksEvidence(result) =>
                "The adapter reported an approval without a transaction or an amount.",
            PaymentOutcome.Approved when requested is { } whole && result.ApprovedAmount != whole =>
                "The adapter reported an approval of an amount other than the requested one.",
            PaymentOutcome.PartiallyApproved
                when requested is { } whole
                    && result.ApprovedAmount is { } part
                    && (part.Currency != whole.Currency || part >= whole) =>
                "The adapter reported a partial approval of an amount that is not a part of the requested one.",
            _ => null,
        };

    private static bool LacksEvidence(PaymentResult result) =>
        result.Transaction is null || (result.ApprovedAmount is null && result.Operation != PaymentOperation.Void);
}
