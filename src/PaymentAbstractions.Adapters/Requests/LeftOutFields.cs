namespace PaymentAbstractions.Adapters;

/// <summary>Lists the fields of a request that an adapter does not send, for <see cref="ProviderRequest.LeftOutFields"/>.</summary>
/// <remarks>
/// Fields that a gateway must declare in its <see cref="GatewayCapabilities"/>, such as a statement descriptor, are refused before anything
/// is sent if it does not. Commercial card data is reported separately. This type is thread-safe.
/// </remarks>
public static class LeftOutFields
{
    /// <summary>Lists the optional fields that a request gives but that are not sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sent">
    /// The names of the optional fields that are sent. The optional fields are <c>Description</c>, <c>Metadata</c>, <c>OrderReference</c>,
    /// <c>Customer</c>, <c>Customer.CreateOrUpdate</c>, <c>Customer.Address</c>, <c>BillingAddress</c>, <c>Shopper</c>, <c>ReturnUrl</c>,
    /// <c>NotificationUrl</c> and <c>StoredCredentialUse</c>.
    /// </param>
    /// <returns>The names of the other fields that the request gives.</returns>
    public static ValueList<string> Of(PaymentRequest request, params ReadOnlySpan<string> sent)
    {
        ArgumentNullException.ThrowIfNull(request);
        var payment = request as PaymentMethodRequest;
        var order = request switch
        {
            ChargeRequest charge => charge.OrderReference,
            CreditRequest credit => credit.OrderReference,
            _ => default,
        };
        (string Name, bool IsGiven)[] fields =
        [
            (nameof(request.Description), !string.IsNullOrEmpty(request.Description)),
            (nameof(request.Metadata), request.Metadata.Count > 0),
            (nameof(ChargeRequest.OrderReference), order.IsSpecified),
            (nameof(payment.Customer), payment?.Customer is not null),
            ("Customer.CreateOrUpdate", payment?.Customer?.CreateOrUpdate == true),
            ("Customer.Address", payment?.Customer?.Address is not null),
            (nameof(payment.BillingAddress), payment?.BillingAddress is not null),
            (nameof(payment.Shopper), payment?.Shopper is not null),
            (nameof(payment.ReturnUrl), payment?.ReturnUrl is not null),
            (nameof(payment.NotificationUrl), payment?.NotificationUrl is not null),
            (nameof(payment.StoredCredentialUse), payment is { StoredCredentialUse: not StoredCredentialUse.None }),
        ];
        var names = new List<string>();
        foreach (var (name, isGiven) in fields)
        {
            if (isGiven && !sent.Contains(name))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }
}
