namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Decides charges like the gateway's test mode, unless a directive specifies otherwise.</summary>
internal static class TestGateway
{
    private const decimal LowestApproved = 1.00m;

    /// <summary>The text with which a charge is declined; null when it is approved.</summary>
    public static string? DeclineOf(
        TransactionOrder order,
        PaymentMethodRecord method,
        Merchant merchant,
        VirtualTerminalWorld world
    )
    {
        if (order.Directive.Decline is { } text)
        {
            return text;
        }

        if (method.IsExpired(world.Now))
        {
            return DeclineTexts.ExpiredCard;
        }

        if (order.Amount < LowestApproved)
        {
            return DeclineTexts.Declined;
        }

        return world.Profile.DuplicateCheck is { } window && merchant.Book.HasTwin(order, method, window)
            ? DeclineTexts.Duplicate
            : null;
    }
}
