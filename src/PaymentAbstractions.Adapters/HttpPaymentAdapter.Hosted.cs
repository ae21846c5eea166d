using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>
    /// Writes the request that opens the provider's form for a charge, with the mark of the key if the transaction will have it. It must
    /// not move money, because it is sent outside the journal and may be sent again.
    /// </summary>
    /// <param name="attempt">The attempt that will charge the token of the form.</param>
    /// <returns>The request. Required if <see cref="PaymentAdapter.OpensFormFor"/> declares that a request opens the forms.</returns>
    protected virtual ProviderRequest WriteForm(AdapterAttempt attempt) => throw new NotSupportedException();

    /// <summary>Writes the request that opens the provider's form for a payment method that is to be stored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="customerId">The provider's id of the customer.</param>
    /// <returns>The request.</returns>
    protected virtual ProviderRequest WriteForm(StorePaymentMethodRequest request, string customerId) =>
        throw new NotSupportedException();

    /// <summary>Reads what the customer must do from the answer that opened a form.</summary>
    /// <param name="answer">An answer with a status of 200 to 299.</param>
    /// <returns>The action; <see langword="null"/> when the answer does not show one.</returns>
    protected virtual NextAction? ReadForm(TransportAnswer answer) => null;

    /// <summary>Recognizes a refusal to open a form.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The refusal. The default is the result of <see cref="Refuse"/> for a read.</returns>
    protected virtual ProviderRefusal? RefuseForm(TransportAnswer answer) => Refuse(answer, PaymentOperation.Unknown);

    /// <summary>
    /// Records what a list shows before a form is completed. The mark of the key was sent when the form was opened, so a transaction with
    /// it is already this payment: in that case, nothing is sent, and the transaction is the answer.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="list">The read of the list, as <see cref="ListFor"/> returns it.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The result for <see cref="PrepareAsync"/>.</returns>
    protected async Task<PreparedRead> BeforeCompletionAsync(
        AdapterAttempt attempt,
        ProviderRequest list,
        CancellationToken cancellationToken = default
    )
    {
        var takenAt = Clock.GetUtcNow();
        var (rows, _) = await ReadListAsync(list, cancellationToken).ConfigureAwait(false);
        return rows?.FirstOrDefault(row => CarriesKey(row, attempt)) is { } made
            ? PreparedRead.MadeBefore(made)
            : PreparedRead.With(HintsOf(rows, takenAt));
    }

    /// <inheritdoc />
    public override async Task<PaymentResult> OpenFormAsync(
        ChargeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var (asked, unfound) = await WithCustomerIdAsync(
                PaymentAttempt.Of(request, Clock.GetUtcNow()),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (unfound is not null)
        {
            return Unfound(request, unfound);
        }

        var answer = await StoreAsync(WriteForm(AttemptOf(asked, request, original: null)), cancellationToken)
            .ConfigureAwait(false);
        if (FormIn(answer) is { } action)
        {
            return Opened(request, action);
        }

        // No answer leaves the outcome unknown here: without the token that the customer brings back, nothing can be charged.
        return RefusedForm(answer) is { } refusal
            ? _results.Of(request, refusal, answer)
            : _results.NotPrepared(request, $"The provider's form could not be opened. {answer.Description}", answer);
    }

    /// <summary>Creates the result for an open form. The charge waits for the token of the form.</summary>
    /// <param name="request">The charge.</param>
    /// <param name="action">What the customer must do.</param>
    /// <returns>Pending with the action.</returns>
    protected PaymentResult Opened(ChargeRequest request, NextAction action)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _results.Without(request, PaymentOutcome.Pending, PaymentReason.WaitingForCustomer, null) with
        {
            NextAction = action,
        };
    }

    /// <inheritdoc />
    public override async Task<VaultResult> OpenFormAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        string? customer;
        try
        {
            customer = _profile.FindsCustomers
                ? await FindCustomerIdAsync(request.CustomerId, cancellationToken).ConfigureAwait(false)
                : request.CustomerId;
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }

        if (customer is null)
        {
            return NotFound;
        }

        var answer = await StoreAsync(WriteForm(request, customer), cancellationToken).ConfigureAwait(false);
        if (FormIn(answer) is { } action)
        {
            return new VaultResult { Outcome = PaymentOutcome.Pending, NextAction = action };
        }

        var refusal = RefusedForm(answer);
        return new VaultResult
        {
            Outcome = refusal?.Outcome ?? PaymentOutcome.NotSent,
            Reason = refusal?.Reason ?? PaymentReason.PreparationFailed,
            Problems = refusal is null
                ? [new RequestProblem { Field = "NextAction", Message = answer.Description }]
                : new Masking(_profile.Secrets, request.PaymentMethod).Problems(refusal),
        };
    }

    private NextAction? FormIn(TransportAnswer answer) =>
        answer is { Evidence: TransportEvidence.Answered, StatusCode: >= 200 and < 300 } ? ReadForm(answer) : null;

    // No issuer has been asked yet, so nothing is declined, regardless of the text, and no record has to agree.
    private ProviderRefusal? RefusedForm(TransportAnswer answer) =>
        answer.Evidence == TransportEvidence.Answered
        && RefuseForm(answer) is { Outcome: PaymentOutcome.Rejected or PaymentOutcome.Declined } refusal
            ? ProviderRefusal.Rejected(
                refusal.Outcome == PaymentOutcome.Declined ? PaymentReason.InvalidRequest : refusal.Reason,
                refusal.Text
            ) with
            {
                ProviderCode = refusal.ProviderCode,
                Problems = refusal.Problems,
            }
            : null;

    private PaymentResult Unfound(PaymentRequest request, PaymentReadException unfound) =>
        unfound.Reason is PaymentReason.NotFound or PaymentReason.Misconfigured
            ? _results.Refused(request, ProviderRefusal.Rejected(unfound.Reason, unfound.Message))
            : _results.NotPrepared(request, unfound.Message);

    private RecoveryHints? HintsOf(IReadOnlyList<ProviderTransaction>? rows, DateTimeOffset takenAt) =>
        rows is null || rows.Count > RecoveryHints.MaxTransactions
            ? null
            : new RecoveryHints
            {
                TakenAt = takenAt,
                KnownTransactionIds = [.. References(rows).Select(row => row.TransactionId)],
            };
}
