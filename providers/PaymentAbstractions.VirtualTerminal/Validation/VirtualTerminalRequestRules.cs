using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The limits of the API's fields. Their lengths are not documented, so the limits are cautious, and longer values are refused, never
/// truncated.
/// </summary>
internal static class VirtualTerminalRequestRules
{
    private const string CannotBeSent = "cannot be sent; omit it, or enable the option LeaveOutUnsupportedData.";

    public static void Check(PaymentRequest request, VirtualTerminalAccount account, ProblemList problems)
    {
        CheckDescription(request, problems);
        if (!account.Options.LeaveOutUnsupportedData)
        {
            foreach (var field in UnsentFields.Unsupported(request))
            {
                problems.Add(field, CannotBeSent);
            }
        }

        switch (request)
        {
            case PaymentMethodRequest payment:
                CheckPayment(payment, account.Options, problems);
                break;
            case CaptureRequest capture:
                Id(nameof(capture.Authorization), capture.Authorization?.TransactionId, problems);
                break;
            case VoidRequest voiding:
                Id(nameof(voiding.Transaction), voiding.Transaction?.TransactionId, problems);
                break;
            case RefundRequest refund:
                Id(nameof(refund.Transaction), refund.Transaction?.TransactionId, problems);
                break;
        }

        CommercialRules.Check(request, account, problems);
    }

    /// <summary>Checks a customer that will be stored in the vault.</summary>
    public static void Check(Customer customer, VirtualTerminalOptions options, ProblemList problems)
    {
        CustomerId("Customer.Id", customer.Id, options, problems);
        if (!options.LeaveOutUnsupportedData)
        {
            foreach (var field in CustomerRequests.LeftOut(customer))
            {
                problems.Add(field, CannotBeSent);
            }
        }
    }

    /// <summary>Checks a card that the customer enters at the provider and that will be stored.</summary>
    public static void Check(StorePaymentMethodRequest request, VirtualTerminalOptions options, ProblemList problems)
    {
        CustomerId(nameof(request.CustomerId), request.CustomerId, options, problems);
        if (request.BillingAddress is null)
        {
            problems.Add(nameof(request.BillingAddress), "is missing; the provider stores a card with its address.");
        }

        CheckBilling(request.BillingAddress, options, problems);
        if (request.PaymentMethod is TokenPaymentMethod token)
        {
            Token(token, problems);
        }
    }

    private static void CheckBilling(Address? address, VirtualTerminalOptions options, ProblemList problems)
    {
        if (address is null)
        {
            return;
        }

        (string Field, string? Text)[] lines =
        [
            (nameof(address.LastName), ShippingTag.Of(address)),
            (nameof(address.Line1), address.Line1),
            (nameof(address.Line2), address.Line2),
            (nameof(address.City), address.City),
            (nameof(address.Region), address.Region),
            (nameof(address.PostalCode), address.PostalCode),
            (nameof(address.Phone), address.Phone),
        ];
        foreach (var (field, text) in lines)
        {
            Line($"BillingAddress.{field}", text, options.MaxAddressLineLength, required: false, problems);
        }
    }

    private static void Token(TokenPaymentMethod method, ProblemList problems)
    {
        if (method.Token is { } token && !HostedRequests.IsToken(token.Reveal()))
        {
            problems.Add("PaymentMethod.Token", "is not a token of the provider's form.");
        }
    }

    private static void CheckDescription(PaymentRequest request, ProblemList problems)
    {
        if (
            request.Description is { } text
            && (text.Length > VirtualTerminalProfile.Mark.MaxTextLength || !IsPlainText(text))
        )
        {
            problems.Add(
                nameof(request.Description),
                $"must have at most {VirtualTerminalProfile.Mark.MaxTextLength} characters, none of them control characters or beyond U+FFFF."
            );
        }
    }

    private static void CheckPayment(PaymentMethodRequest request, VirtualTerminalOptions options, ProblemList problems)
    {
        if (request.Customer is not { } customer)
        {
            problems.Add(nameof(request.Customer), "is missing; the provider requires the customer.");
        }
        else
        {
            CustomerId("Customer.Id", customer.Id, options, problems);
            if (customer.CreateOrUpdate)
            {
                problems.Add("Customer.CreateOrUpdate", "is not possible; the customer must exist at the provider.");
            }
        }

        if (request.PaymentMethod is StoredPaymentMethod stored)
        {
            Id("PaymentMethod.Id", stored.Id, problems);
        }
        else if (request.PaymentMethod is TokenPaymentMethod token)
        {
            Token(token, problems);
            CheckBilling(request.BillingAddress, options, problems);
            if (request is CreditRequest)
            {
                problems.Add(
                    nameof(request.PaymentMethod),
                    "of the kind Token cannot receive a credit; use a stored payment method."
                );
            }
        }
    }
}
