namespace PaymentAbstractions.Testing;

/// <summary>Creates one result per outcome, as a gateway would return it for a request.</summary>
/// <remarks>
/// Thread-safe. Equal requests lead to equal results. Commercial card data counts as sent up to the requested level, by a gateway that
/// supports all of it. The result's gateway is that of the request's transaction, or else <see cref="FakePaymentGateway.DefaultName"/>;
/// change it, and anything else, with <c>with</c>.
/// </remarks>
public static class PaymentResults
{
    /// <summary>Creates a result in which the whole amount is approved.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A result with transaction and amounts.</returns>
    /// <exception cref="ArgumentException">The request is a void, which has no amount: use <see cref="Voided"/>.</exception>
    public static PaymentResult Approved(PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var amount =
            request.Amount ?? throw new ArgumentException("A void has no amount; use Voided instead.", nameof(request));
        return WithTransaction(request, PaymentOutcome.Approved) with
        {
            ApprovedAmount = amount,
            ProcessedAmount = amount,
            Code = ResponseCode.Parse("00"),
            Provider = Provider(
                request.Operation is PaymentOperation.Sale or PaymentOperation.Authorize ? "ARB123" : null
            ),
        };
    }

    /// <summary>Creates a result in which the void is approved.</summary>
    /// <param name="request">The request.</param>
    /// <param name="amount">The amount of the voided transaction.</param>
    /// <returns>A result with transaction and amount.</returns>
    public static PaymentResult Voided(VoidRequest request, Money amount) =>
        WithTransaction(request, PaymentOutcome.Approved) with
        {
            ApprovedAmount = amount,
            ProcessedAmount = amount,
            PerformedAs = PaymentOperation.Void,
        };

    /// <summary>Creates a result in which a smaller amount is approved (code 10).</summary>
    /// <param name="request">The request.</param>
    /// <param name="amount">The approved amount.</param>
    /// <returns>A result with transaction and both amounts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not between zero and the requested one.</exception>
    public static PaymentResult PartiallyApproved(PaymentRequest request, Money amount)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!amount.IsPositive || request.Amount is not { } whole || amount >= whole)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "must be a part of the requested amount.");
        }

        return WithTransaction(request, PaymentOutcome.PartiallyApproved) with
        {
            ApprovedAmount = amount,
            ProcessedAmount = amount,
            Code = ResponseCode.Parse("10"),
            Provider = Provider("ARB123"),
        };
    }

    /// <summary>Creates the answer to a repeated request whose approved amount was completely voided or refunded in the meantime.</summary>
    /// <param name="approved">The approval.</param>
    /// <returns>The same result, marked as no longer paid.</returns>
    public static PaymentResult Reversed(PaymentResult approved)
    {
        ArgumentNullException.ThrowIfNull(approved);
        return approved with { Outcome = PaymentOutcome.Reversed, Reason = PaymentReason.AlreadyReversed };
    }

    /// <summary>Creates a result in which the issuer declined.</summary>
    /// <param name="request">The request.</param>
    /// <param name="code">The response code.</param>
    /// <returns>A result with the code.</returns>
    public static PaymentResult Declined(PaymentRequest request, ResponseCode code) =>
        WithTransaction(request, PaymentOutcome.Declined) with
        {
            Reason = PaymentReason.DeclinedByIssuer,
            Code = code,
            Provider = new ProviderDetails { Code = code.Value },
        };

    /// <summary>Creates a result in which the issuer declined.</summary>
    /// <param name="request">The request.</param>
    /// <param name="code">The response code: two characters (ISO 8583 field 39), for example <c>51</c> for insufficient funds.</param>
    /// <returns>A result with the code.</returns>
    /// <exception cref="FormatException">The code is not a valid response code.</exception>
    public static PaymentResult Declined(PaymentRequest request, string code = "05") =>
        Declined(request, ResponseCode.Parse(code));

    /// <summary>Creates a result in which the customer must approve the payment on another page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="approvalUrl">The URL of that page.</param>
    /// <returns>A result with a transaction and the next action.</returns>
    public static PaymentResult Pending(PaymentRequest request, Uri approvalUrl) =>
        WithTransaction(request, PaymentOutcome.Pending) with
        {
            Reason = PaymentReason.WaitingForCustomer,
            NextAction = new RedirectAction { Url = approvalUrl },
        };

    /// <summary>Creates a result in which the provider has not finished yet.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A result with a transaction.</returns>
    public static PaymentResult Pending(PaymentRequest request) =>
        WithTransaction(request, PaymentOutcome.Pending) with
        {
            Reason = PaymentReason.WaitingForProvider,
        };

    /// <summary>Creates a result in which the request was refused.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problems">The problems; by default, one arbitrary problem.</param>
    /// <returns>A result with the problems.</returns>
    public static PaymentResult Rejected(PaymentRequest request, params ReadOnlySpan<RequestProblem> problems) =>
        Of(request, PaymentOutcome.Rejected) with
        {
            Reason = PaymentReason.InvalidRequest,
            Problems = problems.IsEmpty
                ? [new RequestProblem { Field = "Description", Message = "is arbitrarily refused." }]
                : ValueList.Create(problems),
        };

    /// <summary>Creates a result for a request that was provably not sent.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A result without a transaction.</returns>
    public static PaymentResult NotSent(PaymentRequest request) =>
        Of(request, PaymentOutcome.NotSent) with
        {
            Reason = PaymentReason.ConnectionFailed,
        };

    /// <summary>Creates a result for a request that was sent but not answered.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A result without a transaction.</returns>
    public static PaymentResult Unknown(PaymentRequest request) =>
        Of(request, PaymentOutcome.Unknown) with
        {
            Reason = PaymentReason.NoTrustworthyAnswer,
        };

    private static ProviderDetails Provider(string? authorizationCode) =>
        authorizationCode is null
            ? ProviderDetails.None
            : new ProviderDetails { AuthorizationCode = authorizationCode };

    internal static PaymentResult Of(PaymentRequest request, PaymentOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(request);
        var attempt = PaymentAttempt.Of(request, default);
        var result = new PaymentResult
        {
            Outcome = outcome,
            Operation = request.Operation,
            Gateway = attempt.Original?.Gateway ?? FakePaymentGateway.DefaultName,
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = attempt.Amount,
        };
        return FakeCommercialData.Describe(request, result, CommercialDataLevel.LevelIII);
    }

    private static PaymentResult WithTransaction(PaymentRequest request, PaymentOutcome outcome)
    {
        var result = Of(request, outcome);
        var account = request.Original?.Account ?? FakePaymentGateway.AccountOf(result.Gateway!);
        var id = $"txn_{request.IdempotencyKey.ToWireKey($"testing {request.Operation}")[..16]}";
        return result with { Transaction = new TransactionReference(result.Gateway!, account, id) };
    }
}
