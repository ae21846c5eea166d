namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Determines the fields of a request, other than commercial card data, for which the provider has no field.</summary>
internal static class UnsentFields
{
    /// <summary>
    /// The fields that are refused, unless the option <see cref="VirtualTerminalOptions.LeaveOutUnsupportedData"/> omits them.
    /// </summary>
    public static IEnumerable<string> Unsupported(PaymentRequest request)
    {
        var payment = request as PaymentMethodRequest;
        // The form accepts a billing address and a return URL, and can store the card.
        var isHosted = HostedRequests.IsHosted(request);
        (string Field, bool IsGiven)[] fields =
        [
            (nameof(request.Description), request is CaptureRequest or VoidRequest && request.Description is not null),
            (nameof(request.Metadata), request.Metadata is { Count: > 0 }),
            (nameof(payment.BillingAddress), !isHosted && payment?.BillingAddress is not null),
            (nameof(payment.Shopper), payment?.Shopper is not null),
            (nameof(payment.ReturnUrl), !isHosted && payment?.ReturnUrl is not null),
            (nameof(payment.NotificationUrl), payment?.NotificationUrl is not null),
            (
                nameof(payment.StoredCredentialUse),
                payment?.StoredCredentialUse
                    is not (null or StoredCredentialUse.None or StoredCredentialUse.LaterByCustomer)
                    && !(isHosted && payment.StoredCredentialUse == StoredCredentialUse.First)
            ),
        ];
        return fields.Where(field => field.IsGiven).Select(field => field.Field);
    }

    /// <summary>All fields that are not sent with the operation that the request becomes at the provider.</summary>
    /// <param name="request">The request.</param>
    /// <param name="performedAs">The operation that the provider is asked to perform.</param>
    public static ValueList<string> Of(PaymentRequest request, PaymentOperation performedAs)
    {
        var payment = request as PaymentMethodRequest;
        var hasDescription = performedAs is not (PaymentOperation.Capture or PaymentOperation.Void);
        (string Field, bool IsGiven)[] fields =
        [
            (nameof(request.Description), !hasDescription && request.Description is not null),
            // The description has room for one text, and the caller's own takes precedence.
            (nameof(ChargeRequest.OrderReference), request.Description is not null && OrderOf(request) is not null),
            // Only a stored method can pay here, so its usual use need not be sent.
            (nameof(payment.StoredCredentialUse), payment?.StoredCredentialUse == StoredCredentialUse.LaterByCustomer),
            ("Customer.Address", payment?.Customer?.Address is not null),
        ];
        return
        [
            .. Unsupported(request)
                .Where(field => field != nameof(request.Description))
                .Concat(fields.Where(field => field.IsGiven).Select(field => field.Field))
                .Concat(OfBilling(HostedRequests.IsHosted(request) ? payment!.BillingAddress : null)),
        ];
    }

    /// <summary>The fields of a billing address for which the provider has no field.</summary>
    public static ValueList<string> OfBilling(Address? billing) =>
        [
            .. billing?.Country is null ? Array.Empty<string>() : ["BillingAddress.Country"],
            .. billing?.Email is null ? Array.Empty<string>() : ["BillingAddress.Email"],
        ];

    /// <summary>The text that is sent as the description, before the mark.</summary>
    public static string? DescriptionOf(PaymentRequest request) => request.Description ?? OrderOf(request);

    private static string? OrderOf(PaymentRequest request) =>
        request switch
        {
            ChargeRequest { OrderReference: { IsSpecified: true } order } => order.Value,
            CreditRequest { OrderReference: { IsSpecified: true } order } => order.Value,
            _ => null,
        };
}
