namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What a text of refusal stands for.</summary>
/// <param name="Outcome">Declined, Rejected, or Unknown for a text that refuses nothing.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Code">The response code that the text stands for.</param>
/// <param name="IsUnmistakable">Whether the text is one that only a refusal has, whatever the status beside it.</param>
/// <param name="IsGuess">Whether the words only name a subject, so that the payment may have been made all the same.</param>
internal sealed record RefusalMeaning(
    PaymentOutcome Outcome,
    PaymentReason Reason,
    string? Code = null,
    bool IsUnmistakable = false,
    bool IsGuess = false
);
