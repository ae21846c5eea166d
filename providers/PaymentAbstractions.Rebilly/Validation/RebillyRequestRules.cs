using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;
using static PaymentAbstractions.Rebilly.RebillyFieldRules;

namespace PaymentAbstractions.Rebilly;

/// <summary>The limits of the API's fields. Source: core API reference; limits are counted in characters.</summary>
internal static class RebillyRequestRules
{
    public static void Check(PaymentRequest request, RebillyOptions options, ProblemList problems)
    {
        CommercialDataRules.Check(request, options, problems);
        var room = request is RefundRequest or VoidRequest ? RebillyAdapter.Mark.MaxTextLength : 255;
        Length(nameof(request.Description), request.Description, room, problems);
        if (request is RefundRequest or VoidRequest && request.Metadata.Count > 0)
        {
            problems.Add(nameof(request.Metadata), "cannot be sent with a refund or void; omit it.");
        }

        CheckReference(request, problems);
        OptionRules.Check(request, problems);
        CheckMetadata(request, options, problems);
        if (request is PaymentMethodRequest payment)
        {
            CheckPayment(payment, problems);
        }
    }

    public static void CheckCustomer(Customer customer, ProblemList problems)
    {
        Id("Customer.Id", customer.Id, problems);
        CheckAddress("Customer.Address", customer.Address, problems);
    }

    public static void CheckStore(StorePaymentMethodRequest request, ProblemList problems)
    {
        Id(nameof(request.CustomerId), request.CustomerId, problems);
        if (request.PaymentMethod is { } method)
        {
            CheckMethod(method, request.BillingAddress, problems);
        }

        // If the customer's browser creates the token, it receives the address.
        if (request is { PaymentMethod: TokenPaymentMethod, BillingAddress: not null, ReturnUrl: null })
        {
            problems.Add(
                nameof(request.BillingAddress),
                "cannot be sent with a token, which contains its own address; omit it, or set it when the token is created."
            );
        }

        CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
    }

    public static void CheckUpdate(UpdatePaymentMethodRequest request, ProblemList problems)
    {
        Id(nameof(request.CustomerId), request.CustomerId, problems);
        Id(nameof(request.PaymentMethodId), request.PaymentMethodId, problems);
        CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
    }

    public static void CheckQuery(PaymentMethodQuery query, ProblemList problems)
    {
        Id(nameof(query.CustomerId), query.CustomerId, problems);
        CheckAddress(nameof(query.BillingAddress), query.BillingAddress, problems);
        foreach (var field in RiskWriter.Refused(query.Shopper))
        {
            problems.Add(field, "is not accepted by Rebilly; correct it or omit it.");
        }
    }

    private static void CheckReference(PaymentRequest request, ProblemList problems)
    {
        var (field, reference) = request switch
        {
            CaptureRequest capture => (nameof(capture.Authorization), capture.Authorization),
            VoidRequest voiding => (nameof(voiding.Transaction), voiding.Transaction),
            RefundRequest refund => (nameof(refund.Transaction), refund.Transaction),
            _ => ("", null),
        };
        if (reference is not null && !RebillyIds.IsValid(reference.TransactionId))
        {
            problems.Add(
                field,
                $"is not a reference to a transaction at Rebilly: its id {QuotedText.Of(reference.TransactionId)} {RebillyIds.Rule}"
            );
        }
    }

    private static void CheckMetadata(PaymentRequest request, RebillyOptions options, ProblemList problems)
    {
        foreach (var (name, value) in request.Metadata)
        {
            if (string.IsNullOrEmpty(name) || !IsUnicode(name) || !IsUnicode(value))
            {
                problems.Add(nameof(request.Metadata), "must have non-empty names, and texts that are valid Unicode.");
            }
        }

        if (options.OrderReferenceCustomField is { } order && request.Metadata.ContainsKey(order))
        {
            problems.Add(
                nameof(request.Metadata),
                $"uses '{order}', which the option OrderReferenceCustomField reserves for the order reference."
            );
        }

        if (options.CommercialDataCustomField is { } data && request.Metadata.ContainsKey(data))
        {
            problems.Add(
                nameof(request.Metadata),
                $"uses '{data}', which the option CommercialDataCustomField reserves for commercial card data."
            );
        }
    }

    private static void CheckPayment(PaymentMethodRequest request, ProblemList problems)
    {
        if (request.Customer is null)
        {
            problems.Add(nameof(request.Customer), "is missing; every Rebilly transaction belongs to a customer.");
        }
        else
        {
            Id("Customer.Id", request.Customer.Id, problems);
        }

        if (request is CreditRequest { PayoutId: { } payout })
        {
            Id(nameof(CreditRequest.PayoutId), payout, problems);
        }

        if (request is CreditRequest && request.Customer?.CreateOrUpdate == true)
        {
            problems.Add("Customer.CreateOrUpdate", "is not possible with a credit; create the customer first.");
        }

        if (request.PaymentMethod is { } method)
        {
            CheckMethod(method, request.BillingAddress, problems);
        }

        CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
        Address(nameof(request.ReturnUrl), request.ReturnUrl, problems);
        Address(nameof(request.NotificationUrl), request.NotificationUrl, problems);
    }

    private static void CheckMethod(PaymentMethod method, Address? billingAddress, ProblemList problems)
    {
        const string field = nameof(PaymentMethodRequest.PaymentMethod);
        if (method is StoredPaymentMethod stored)
        {
            Id($"{field}.Id", stored.Id, problems);
        }

        string?[] texts = method switch
        {
            TokenPaymentMethod { Token: { } token } => [token.Reveal()],
            CustomerChoicePaymentMethod choice => [choice.ReceivedBy, choice.Reference, .. choice.Methods],
            BbanBankAccount account => [account.BankName],
            IbanBankAccount account => [account.BankName, account.Bic],
            _ => [],
        };
        if (!texts.All(IsUnicode))
        {
            problems.Add(field, "contains text that is not valid Unicode.");
        }

        if (method is PaymentCard or BbanBankAccount or IbanBankAccount && billingAddress is null)
        {
            problems.Add(
                nameof(PaymentMethodRequest.BillingAddress),
                $"is missing; Rebilly requires it with a {method.Kind}."
            );
        }

        var digits = method switch
        {
            BbanBankAccount { AccountNumber: { } number } => number.Reveal(),
            _ => "0",
        };
        if (!digits.All(char.IsAsciiDigit))
        {
            problems.Add($"{field}.AccountNumber", "may contain only digits.");
        }
    }

    private static void CheckAddress(string field, Address? address, ProblemList problems)
    {
        if (address is null)
        {
            return;
        }

        // The names get their prefix only when there is a problem.
        var found = new ProblemList();
        Text(nameof(address.FirstName), address.FirstName, 45, found);
        Text(nameof(address.LastName), address.LastName, 45, found);
        Text(nameof(address.Organization), address.Organization, 255, found);
        Text(nameof(address.Line1), address.Line1, 60, found);
        Text(nameof(address.Line2), address.Line2, 60, found);
        Text(nameof(address.City), address.City, 45, found);
        Text(nameof(address.Region), address.Region, 45, found);
        Text(nameof(address.Phone), address.Phone, 50, found);
        Text(nameof(address.Email), address.Email, 255, found);
        Email(nameof(address.Email), address.Email, found);
        Text(nameof(address.PostalCode), address.PostalCode, 10, found);
        if (
            address.PostalCode is { } code
            && !code.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' || char.IsWhiteSpace(c))
        )
        {
            found.Add(nameof(address.PostalCode), "may contain only letters, digits, spaces, hyphens and underscores.");
        }

        foreach (var problem in found.Problems)
        {
            problems.Add($"{field}.{problem.Field}", problem.Message);
        }
    }
}
