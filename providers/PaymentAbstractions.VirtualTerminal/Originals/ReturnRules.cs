using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// This provider's rules for giving money back, in addition to the common rules: before settlement only the whole amount, by a void;
/// afterwards by a credit. The provider neither links nor counts credits, so the caller states what was refunded elsewhere.
/// </summary>
internal static class ReturnRules
{
    private const string NoCount =
        "The provider does not record the refunded amount: set RefundedElsewhere, even if it is zero.";

    public static ProviderRefusal? Refuse(AdapterAttempt attempt, VirtualTerminalOptions options)
    {
        var original = attempt.Original!.Transaction;
        return (attempt.Request, original.IsSettled) switch
        {
            (VoidRequest, true) when !options.EnableRefunds => Settled(
                "The transaction is settled, but refunds are not enabled for this gateway."
            ),
            (VoidRequest { RefundedElsewhere: null }, true) => Settled($"The transaction is settled. {NoCount}"),
            (RefundRequest { RefundedElsewhere: null }, true) => Invalid(NoCount),
            (VoidRequest or RefundRequest, true) => RefuseCredit(original),
            (RefundRequest refund, false) => RefuseVoid(refund, original),
            _ => null,
        };
    }

    private static ProviderRefusal? RefuseCredit(ProviderTransaction sale) =>
        VirtualTerminalIds.TryParse(sale.CustomerId, out _) && VirtualTerminalIds.TryParse(sale.PaymentMethod.Id, out _)
            ? null
            : Invalid("The sale has no stored payment method or customer to which a credit could be paid.");

    private static ProviderRefusal? RefuseVoid(RefundRequest refund, ProviderTransaction sale)
    {
        if (refund.Amount != sale.Returnable || refund.RefundedElsewhere is { IsPositive: true })
        {
            return Invalid(
                "Before settlement only the whole amount can be given back, by a void. Wait for settlement."
            );
        }

        return
            LeftOutRules.Refuse(refund.CommercialCardData, "a void, which this refund becomes before settlement,")
                is { } problem
            ? ProviderRefusal.Rejected(PaymentReason.InvalidRequest, problem.ToString()) with
            {
                Problems = [problem],
            }
            : null;
    }

    private static ProviderRefusal Settled(string text) => ProviderRefusal.Rejected(PaymentReason.AlreadySettled, text);

    private static ProviderRefusal Invalid(string text) => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, text);
}
