using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaymentAbstractions;

/// <summary>The rules for every provider, based on the capabilities of the gateway.</summary>
internal sealed partial class RequestRules(
    string gateway,
    IReadOnlyList<string> formerNames,
    GatewayCapabilities capabilities,
    AccountFingerprint account,
    TimeProvider time
)
{
    private readonly AmountRules _amounts = new(gateway, capabilities, time);
    private readonly PaymentMethodRules _methods = new(capabilities, time);

    /// <summary>The merchant's data from the configuration.</summary>
    public MerchantFacts Merchant { get; init; } = MerchantFacts.None;

    /// <summary>Receives findings about commercial card data that costs a fee or brings no lower rate.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Returns the key path of the option that enables a feature; <see langword="null"/> when there is none.</summary>
    public Func<string, string?> OptionFor { get; init; } = _ => null;

    /// <summary>Checks a request.</summary>
    /// <returns>The request for the adapter, and the commercial card data that is left out of it.</returns>
    public (PaymentRequest Request, LeftOutData? LeftOut) Check(PaymentRequest request, ProblemList problems)
    {
        if (!capabilities.Supports(request.Operation))
        {
            problems.Add(
                nameof(request.Operation),
                $"the gateway '{gateway}' ({capabilities.Provider}) does not support {request.Operation}.{OptionHint.Of(OptionFor(request.Operation.ToString()))}"
            );
        }

        CheckOptions(request, problems);
        if (!request.IdempotencyKey.IsSpecified)
        {
            problems.Add(nameof(request.IdempotencyKey), "is missing; give each attempt its own key.");
        }

        switch (request)
        {
            case ChargeRequest charge:
                CheckMethod(charge, problems);
                CheckCharge(charge, problems);
                break;
            case PaymentMethodRequest other:
                CheckMethod(other, problems);
                break;
            case CaptureRequest capture:
                CheckReference(nameof(capture.Authorization), capture.Authorization, problems);
                _amounts.CheckOfOriginal(capture.Amount, problems);
                break;
            case VoidRequest voiding:
                CheckReference(nameof(voiding.Transaction), voiding.Transaction, problems);
                CheckDefined(nameof(voiding.IfSettled), voiding.IfSettled, problems);
                CheckRefundedElsewhere(voiding.RefundedElsewhere, amount: null, problems);
                break;
            case RefundRequest refund:
                CheckReference(nameof(refund.Transaction), refund.Transaction, problems);
                _amounts.CheckOfOriginal(refund.Amount, problems);
                CheckRefundedElsewhere(refund.RefundedElsewhere, refund.Amount, problems);
                break;
        }

        return new CommercialCardPolicy(gateway, capabilities, Merchant, time, OptionFor, Logger).Apply(
            request,
            problems
        );
    }

    public void ThrowIfInvalid(FindRequest request)
    {
        var problems = new ProblemList();
        if ((request.Transaction is null) == (request.Attempt is null))
        {
            problems.Add(nameof(FindRequest), "needs either Transaction or Attempt, but not both.");
        }

        if (request.Transaction is not null)
        {
            CheckReference(nameof(request.Transaction), request.Transaction, problems);
        }

        if (request.Attempt is { } attempt)
        {
            if (!attempt.IdempotencyKey.IsSpecified)
            {
                problems.Add("Attempt.IdempotencyKey", "is missing.");
            }

            if (attempt.Gateway is { } owner && !IsThisGateway(owner))
            {
                problems.Add("Attempt.Gateway", BelongsTo(owner));
            }

            if (attempt.Original is not null)
            {
                CheckReference("Attempt.Original", attempt.Original, problems);
            }

            IdRules.Check("Attempt.CustomerId", attempt.CustomerId, problems);
            IdRules.Check("Attempt.PaymentMethodId", attempt.PaymentMethodId, problems);
        }

        problems.ThrowIfAny();
    }

    private void CheckOptions(PaymentRequest request, ProblemList problems)
    {
        if (request.IsRecordOnly && !capabilities.RecordsOnly)
        {
            problems.Add(
                nameof(request.ProviderOptions),
                $"request that a payment made elsewhere is only recorded, but the gateway '{gateway}' would charge it. Leave that option out, or use another gateway."
            );
        }

        CheckOptions(request.ProviderOptions, problems);
    }

    // An adapter reads only the first one of its type, so the values of a second one would be lost.
    internal static void CheckOptions(ValueList<ProviderRequestOptions> all, ProblemList problems)
    {
        if (all.Count < 2)
        {
            return;
        }

        foreach (var (type, count) in all.Select(one => one?.GetType()).OfType<Type>().CountBy(type => type))
        {
            if (count > 1)
            {
                problems.Add(
                    nameof(PaymentRequest.ProviderOptions),
                    $"have {type.Name} {count} times; combine them into one."
                );
            }
        }
    }

    private static void CheckIdIfGiven(string field, string? id, ProblemList problems)
    {
        if (id is not null)
        {
            CheckId(field, id, problems);
        }
    }

    internal static void CheckId(string field, string? id, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Add(field, "is missing.");
        }

        IdRules.Check(field, id, problems);
    }

    private static void CheckCustomer(Customer? customer, ProblemList problems)
    {
        if (customer is not null && string.IsNullOrWhiteSpace(customer.Id))
        {
            problems.Add("Customer.Id", "is missing.");
        }

        IdRules.Check("Customer.Id", customer?.Id, problems);
        CheckAddress("Customer.Address", customer?.Address, problems);
    }

    private static void CheckDefined<T>(string field, T value, ProblemList problems)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            problems.Add(field, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }

    private static void CheckRefundedElsewhere(Money? elsewhere, Money? amount, ProblemList problems)
    {
        if (
            elsewhere is { } before
            && (
                !before.IsSpecified
                || before.IsNegative
                || (amount is { IsSpecified: true } asked && before.Currency != asked.Currency)
            )
        )
        {
            problems.Add(
                nameof(RefundRequest.RefundedElsewhere),
                $"is {(before.IsSpecified ? before : "no amount")}, and must not be negative and must be in the currency of the transaction."
            );
        }
    }

    private static void CheckAddress(string field, Address? address, ProblemList problems)
    {
        if (address?.Country is { } code && Country.ProblemOf(code) is { } problem)
        {
            problems.Add($"{field}.Country", problem);
        }
    }

    private void CheckMethod(PaymentMethodRequest request, ProblemList problems)
    {
        var verifies = request.Operation is PaymentOperation.Authorize or PaymentOperation.Setup;
        _amounts.Check(
            request.Amount,
            allowZero: verifies && capabilities.ZeroAmountVerification,
            isNew: request is not CreditRequest,
            problems
        );
        CheckDefined(nameof(request.StoredCredentialUse), request.StoredCredentialUse, problems);
        _methods.Check(request.PaymentMethod, mayBeExpired: request is CreditRequest, problems);
        CheckCustomer(request.Customer, problems);

        CheckAddress(nameof(request.BillingAddress), request.BillingAddress, problems);
        CheckCanBeSent(
            nameof(request.NetworkTransactionId),
            request.NetworkTransactionId,
            capabilities.NetworkTransactionId,
            problems
        );
        CheckCanBeSent(nameof(request.ThreeDSecure), request.ThreeDSecure, capabilities.ExternalThreeDSecure, problems);
        if (request is CreditRequest credit)
        {
            CheckCanBeSent(nameof(credit.PayoutId), credit.PayoutId, capabilities.Payouts, problems);
            CheckIdIfGiven(nameof(credit.PayoutId), credit.PayoutId, problems);
        }

        if (request.ThreeDSecure is { } secure)
        {
            CheckDefined("ThreeDSecure.Status", secure.Status, problems);
        }
    }

    private void CheckCharge(ChargeRequest request, ProblemList problems)
    {
        if (!request.OrderReference.IsSpecified)
        {
            problems.Add(nameof(request.OrderReference), "is missing; set it to the order that is paid.");
        }

        CheckAddress(nameof(request.ShippingAddress), request.ShippingAddress, problems);
        CheckCanBeSent(
            nameof(request.ShippingAddress),
            request.ShippingAddress,
            capabilities.ShippingAddress,
            problems
        );
        CheckCanBeSent(
            nameof(request.StatementDescriptor),
            request.StatementDescriptor,
            capabilities.StatementDescriptor,
            problems
        );
    }

    private void CheckCanBeSent(string field, object? value, bool hasField, ProblemList problems)
    {
        if (value is not null && !hasField)
        {
            problems.Add(field, $"cannot be sent to {capabilities.Provider}; leave it out.");
        }
    }

    private void CheckReference(string field, TransactionReference? reference, ProblemList problems)
    {
        if (reference is null)
        {
            problems.Add(field, "is missing; use the reference from the result of the transaction.");
        }
        else if (!IsThisGateway(reference.Gateway))
        {
            problems.Add(field, BelongsTo(reference.Gateway));
        }
        else if (reference.Account != account)
        {
            problems.Add(field, $"belongs to an account other than the one that '{gateway}' is configured for.");
        }

        IdRules.Check(field, reference?.TransactionId, problems);
    }

    private bool IsThisGateway(string name) =>
        string.Equals(name, gateway, StringComparison.OrdinalIgnoreCase)
        || formerNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private string BelongsTo(string owner) =>
        $"belongs to the gateway '{owner}', not to '{gateway}'. If the gateway was renamed, list its old name under FormerNames.";
}
