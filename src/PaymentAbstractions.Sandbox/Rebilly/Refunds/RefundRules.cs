namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Determines the effect of a refund request on a transaction, or why it is refused.</summary>
internal sealed class RefundRules(RebillyWorld world)
{
    /// <summary>Chooses the type of the child transaction, or refuses.</summary>
    public (string Type, SandboxResponse? Refusal) Choose(TransactionRecord original, decimal amount, bool isOutside)
    {
        if (!original.IsApproved)
        {
            return Refuse(422, "Only an approved transaction can be refunded.");
        }

        return original.Type switch
        {
            TransactionType.Authorize => ChooseForAuthorization(original, amount),
            TransactionType.Sale or TransactionType.Capture => ChooseForCharge(original, amount, isOutside),
            TransactionType.Refund or TransactionType.Credit => ChooseForPayout(original, amount),
            _ => Refuse(422, "A transaction of this type cannot be refunded."),
        };
    }

    private (string Type, SandboxResponse? Refusal) ChooseForAuthorization(TransactionRecord original, decimal amount)
    {
        if (amount > original.Amount || original.Status == TransactionStatus.Voided)
        {
            return RefuseExcess();
        }

        if (!original.IsOpenAuthorization(world.Now))
        {
            return Refuse(422, "The authorization is captured or expired.");
        }

        return amount == original.Amount ? Void() : RefusePart();
    }

    private (string Type, SandboxResponse? Refusal) ChooseForCharge(
        TransactionRecord original,
        decimal amount,
        bool isOutside
    )
    {
        if (amount == 0 || amount > TransactionBook.Remaining(original))
        {
            return RefuseExcess();
        }

        if (original.SettlementTime is not null || isOutside || original.IsProcessedOutside)
        {
            return Refund();
        }

        if (amount == original.Amount)
        {
            return Void();
        }

        return world.Profile.PartialVoidOfUnsettled == RebillyPartialVoidAnswer.BecomesRefund ? Refund() : RefusePart();
    }

    // Money on its way to the customer can be stopped before settlement, but only the whole amount.
    private (string Type, SandboxResponse? Refusal) ChooseForPayout(TransactionRecord original, decimal amount)
    {
        if (amount > TransactionBook.Remaining(original))
        {
            return RefuseExcess();
        }

        if (original.SettlementTime is not null)
        {
            return Refuse(422, "The transaction is settled.");
        }

        return amount == original.Amount ? Void() : RefusePart();
    }

    private static (string Type, SandboxResponse? Refusal) Void() => (TransactionType.Void, null);

    private static (string Type, SandboxResponse? Refusal) Refund() => (TransactionType.Refund, null);

    private (string Type, SandboxResponse? Refusal) Refuse(int status, string detail) =>
        ("", world.Problems.Of(status, detail));

    private (string Type, SandboxResponse? Refusal) RefusePart() =>
        ("", world.Problems.Invalid("amount", "The transaction can only be voided as a whole."));

    private (string Type, SandboxResponse? Refusal) RefuseExcess() =>
        world.Profile.OverRefund == RebillyOverRefundAnswer.Refused409
            ? Refuse(409, "The amount exceeds what is left to refund.")
            : ("", world.Problems.Invalid("amount", "The amount exceeds what is left to refund."));
}
