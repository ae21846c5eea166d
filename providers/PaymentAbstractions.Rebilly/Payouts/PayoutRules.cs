using PaymentAbstractions.Adapters;
using static PaymentAbstractions.Rebilly.RebillyFieldRules;

namespace PaymentAbstractions.Rebilly;

/// <summary>The limits of payout requests, and the conditions under which a credit may pay one out.</summary>
/// <remarks>
/// Source: core API reference, payout requests. The reference documents no maximum length of a request's description. Unverified: whether
/// Rebilly itself refuses a credit for a payout request that is not open.
/// </remarks>
internal static class PayoutRules
{
    private const int LongestReason = 255;

    public static void Check(PayoutRequest request, ProblemList problems)
    {
        Id(nameof(request.Id), request.Id, problems);
        Id(nameof(request.CustomerId), request.CustomerId, problems);
        Id(nameof(request.PaymentMethodId), request.PaymentMethodId, problems);
        if (!IsUnicode(request.Description))
        {
            problems.Add(nameof(request.Description), "is not valid Unicode.");
        }

        Address(nameof(request.ReturnUrl), request.ReturnUrl, problems);
    }

    public static void Check(CancelPayoutRequest request, ProblemList problems)
    {
        Id(nameof(request.PayoutId), request.PayoutId, problems);
        Length(nameof(request.Description), request.Description, LongestReason, problems);
    }

    /// <returns>Why an existing payout request must not be changed; <see langword="null"/> when it may be changed.</returns>
    public static PayoutResult? Refuse(PayoutRequest request, Payout there)
    {
        var problems = new ProblemList();
        if (there.CustomerId != request.CustomerId)
        {
            problems.Add(
                nameof(request.Id),
                $"is {QuotedText.Of(there.Id)}, which belongs to another customer; use another id."
            );
        }

        if (there.Amount.Currency != request.Amount.Currency)
        {
            problems.Add(
                nameof(request.Amount),
                $"is {request.Amount}, but the existing request is in {there.Amount.Currency}; use another id."
            );
        }

        if (
            there.Status is PayoutStatus.Canceled or PayoutStatus.Fulfilled or PayoutStatus.Split or PayoutStatus.Merged
        )
        {
            problems.Add(
                nameof(request.Id),
                $"is {QuotedText.Of(there.Id)}, which is {there.ProviderStatus}; use another id."
            );
        }

        // It is not documented that a change leaves the block in place.
        if (there.IsBlocked)
        {
            problems.Add(
                nameof(request.Id),
                $"is {QuotedText.Of(there.Id)}, which is blocked; have it unblocked first, or use another id."
            );
        }

        return problems.Count == 0
            ? null
            : new PayoutResult
            {
                Outcome = PaymentOutcome.Rejected,
                Reason = PaymentReason.InvalidRequest,
                Payout = there,
                Problems = [.. problems.Problems],
            };
    }

    /// <returns>Why nothing may be paid out; <see langword="null"/> when the credit may be sent.</returns>
    public static ProviderRefusal? Refuse(CreditRequest credit, Payout payout)
    {
        var (reason, why) = payout switch
        {
            _ when payout.CustomerId != credit.Customer?.Id => (
                PaymentReason.InvalidRequest,
                "belongs to another customer"
            ),
            _ when payout.Amount.Currency != credit.Amount.Currency => (
                PaymentReason.InvalidRequest,
                $"is in {payout.Amount.Currency}, but the credit is in {credit.Amount.Currency}"
            ),
            { Status: PayoutStatus.Canceled or PayoutStatus.Fulfilled or PayoutStatus.Split or PayoutStatus.Merged } =>
                (PaymentReason.InvalidRequest, $"is {payout.ProviderStatus}"),
            { PaymentMethodId: { } selected }
                when credit.PaymentMethod is StoredPaymentMethod stored && stored.Id != selected => (
                PaymentReason.InvalidRequest,
                $"must be paid to '{selected}', but the credit goes to '{stored.Id}'"
            ),
            { IsBlocked: true } => (PaymentReason.NotPermitted, "is blocked"),
            { AvailableAmount: { } left } when left < credit.Amount => (
                PaymentReason.ExceedsAvailableAmount,
                $"has {left} left, less than {credit.Amount}"
            ),
            _ => (PaymentReason.None, ""),
        };
        return reason == PaymentReason.None
            ? null
            : ProviderRefusal.Rejected(reason, $"The payout request '{payout.Id}' {why}. Nothing was sent.");
    }
}
