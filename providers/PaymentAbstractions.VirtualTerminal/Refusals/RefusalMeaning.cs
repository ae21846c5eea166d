namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The meaning of a refusal text.</summary>
/// <param name="Outcome">Declined, Rejected, or Unknown for a text that does not refuse anything.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Code">The response code that the text corresponds to.</param>
/// <param name="IsUnmistakable">Whether only a refusal has this text, regardless of its HTTP status.</param>
/// <param name="IsGuess">Whether the words only name a subject, so that the payment may have been made nevertheless.</param>
internal sealed record RefusalMeaning(
    PaymentOutcome Outcome,
    PaymentReason Reason,
    string? Code = null,
    bool IsUnmistakable = false,
    bool IsGuess = false
);
