namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What of a request, besides commercial card data, has no field at the provider.</summary>
internal static class UnsentFields
{
    /// <summary>
    /// What is refused unless the option <see cref="VirtualTerminalOptions.LeaveOutUnsupportedData"/> leaves it out, by name.
    /// </summary>
    public static IEnumerable<string> Unsupported(PaymentRequest request)
    {
        var payment = request as PaymentMethodRequest;
        // The form takes a billing address and an address to return to, and can keep the card.
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

    /// <summary>All that is not sent with what the request becomes at the provider.</summary>
    /// <param name="request">The request.</param>
    /// <param name="performedAs">What the provider is asked to do.</param>
    public static ValueList<string> Of(PaymentRequest request, PaymentOperation performedAs)
    {
        var payment = request as PaymentMethodRequest;
        var hasDescription = performedAs is not (PaymentOperation.Capture or PaymentOperation.Void);
        (string Field, bool IsGiven)[] fields =
        [
            (nameof(request.Description), !hasDescription && request.Description is not null),
            // The description has room for one text, and the caller's own goes first.
            (nameof(ChargeRequest.OrderReference), request.Description is not null && OrderOf(request) is not null),
            // A stored method is all that can pay here, so its usual use goes without saying.
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

    /// <summary>What of a billing address has no field.</summary>
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
