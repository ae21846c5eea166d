namespace PaymentAbstractions;

/// <content>Requests that move no money: data that the provider stores, and queries.</content>
internal sealed partial class RequestRules
{
    /// <summary>Checks a customer for the vault.</summary>
    public static void Check(Customer customer, ProblemList problems) => CheckCustomer(customer, problems);

    /// <summary>Checks a payment method for the vault, like that of a payment.</summary>
    public void Check(StorePaymentMethodRequest request, ProblemList problems)
    {
        CheckId(nameof(request.CustomerId), request.CustomerId, problems);
        _methods.CheckStored(request.PaymentMethod, problems);
        CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
    }

    /// <summary>Checks the ids of a stored payment method and the changes to it.</summary>
    public void Check(UpdatePaymentMethodRequest request, ProblemList problems)
    {
        CheckId(nameof(request.CustomerId), request.CustomerId, problems);
        CheckId(nameof(request.PaymentMethodId), request.PaymentMethodId, problems);
        if (request is { ExpiryMonth: { } month, ExpiryYear: { } year })
        {
            _methods.CheckExpiry("", month, year, mayBeExpired: false, problems);
        }
        else if (request.ExpiryMonth is null != request.ExpiryYear is null)
        {
            problems.Add(
                request.ExpiryMonth is null ? nameof(request.ExpiryMonth) : nameof(request.ExpiryYear),
                "is missing; set the month and the year of the expiry together."
            );
        }

        if (request is { Token: not null, ExpiryYear: not null })
        {
            problems.Add(nameof(request.Token), "cannot be sent with an expiry, which the token already contains.");
        }

        CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
    }

    /// <summary>Checks a query for payment methods. Its amount is checked like that of a payment.</summary>
    public void Check(PaymentMethodQuery query, ProblemList problems)
    {
        _amounts.Check(query.Amount, allowZero: false, isNew: true, problems);
        CheckIdIfGiven(nameof(query.CustomerId), query.CustomerId, problems);
        CheckAddress(nameof(query.BillingAddress), query.BillingAddress, problems);
    }

    /// <summary>Checks a payout request. Its amount is checked like that of a credit.</summary>
    public void Check(PayoutRequest request, ProblemList problems)
    {
        _amounts.Check(request.Amount, allowZero: false, isNew: false, problems);
        CheckId(nameof(request.CustomerId), request.CustomerId, problems);
        CheckIdIfGiven(nameof(request.Id), request.Id, problems);
        CheckIdIfGiven(nameof(request.PaymentMethodId), request.PaymentMethodId, problems);
    }

    /// <summary>Checks the id of a payout request and its cancellation.</summary>
    public static void Check(CancelPayoutRequest request, ProblemList problems)
    {
        CheckId(nameof(request.PayoutId), request.PayoutId, problems);
        if (request.CanceledBy is not (PayoutCanceledBy.Merchant or PayoutCanceledBy.Customer))
        {
            problems.Add(nameof(request.CanceledBy), "must be Merchant or Customer.");
        }
    }
}
