using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Captures, voids and refunds of one transaction run one at a time. While a customer is being authorized, none of that customer's sales
/// and captures run, because either would capture whichever authorization Rebilly finds open. Sales and captures may run concurrently. The
/// owner of a captured authorization is known only if the journal has recorded it. Credits for one payout request run one at a time.
/// </summary>
internal static class RebillyGuards
{
    public static AttemptGuards For(PaymentRequest request, EarlierPayment? original, RebillyOptions options) =>
        request switch
        {
            SaleRequest { Customer.Id: { } customer }
                when options.OpenAuthorizations != OpenAuthorizationCheck.AcceptRisk => new AttemptGuards
            {
                Guards = [Authorizations(customer, isShared: true)],
            },
            AuthorizeRequest { Customer.Id: { } customer, Amount.IsZero: false } => new AttemptGuards
            {
                Guards = [Authorizations(customer, isShared: false)],
            },
            // The remaining amount is read before it is paid out.
            CreditRequest { PayoutId: { } payout } => new AttemptGuards
            {
                Guards = [new PaymentGuard { Name = $"payout:{payout}" }],
                ReadsFirst = true,
            },
            CaptureRequest capture => OnTransaction(
                capture.Authorization,
                original?.Attempt.CustomerId is { } customer ? [Authorizations(customer, isShared: true)] : []
            ),
            { Original: { } transaction } => OnTransaction(transaction, []),
            _ => AttemptGuards.None,
        };

    private static AttemptGuards OnTransaction(TransactionReference transaction, ValueList<PaymentGuard> others) =>
        new()
        {
            Guards = [new PaymentGuard { Name = $"transaction:{transaction.TransactionId}" }, .. others],
            ReadsFirst = true,
        };

    private static PaymentGuard Authorizations(string customer, bool isShared) =>
        new() { Name = $"authorizations:{customer}", IsShared = isShared };
}
