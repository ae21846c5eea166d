using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>
    /// Finds the provider's own id of a customer whom requests name by the merchant's id. It is called before every charge and look-up of a
    /// provider with <see cref="AdapterProfile.FindsCustomers"/>. The result must be certain, because money is taken from that customer.
    /// </summary>
    /// <param name="customerId">The id in the request.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The provider's id; <see langword="null"/> when the provider does not know the customer, and nothing is sent.</returns>
    /// <exception cref="PaymentReadException">It cannot be read, and nothing is sent.</exception>
    protected virtual Task<string?> FindCustomerIdAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<string?>(customerId);

    /// <summary>Reads data that moves no money, such as a customer, if it exists.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">The data that is read, as the subject of a sentence, for example <c>The customer</c>.</param>
    /// <param name="isNotFound">Whether an answer means that the provider does not know it.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The answer, with a status of 200 to 299; <see langword="null"/> when the provider does not know it.</returns>
    /// <exception cref="PaymentReadException">It cannot be read.</exception>
    protected async Task<TransportAnswer?> ReadOrNoneAsync(
        ProviderRequest request,
        string what,
        Func<TransportAnswer, bool> isNotFound,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(isNotFound);
        var answer = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: >= 200 and < 300 })
        {
            return answer;
        }

        return answer.Evidence == TransportEvidence.Answered && isNotFound(answer)
            ? null
            : throw CannotRead(what, answer);
    }

    /// <summary>Creates the exception for an answer that does not show the requested data.</summary>
    /// <param name="what">The data that was read, as the subject of a sentence, for example <c>The customer</c>.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>The exception, without any text of the provider.</returns>
    protected PaymentReadException CannotRead(string what, TransportAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var reason =
            answer.Evidence == TransportEvidence.NotSent ? PaymentReason.ConnectionFailed
            : answer.StatusCode == 429 ? PaymentReason.RateLimited
            : answer.Evidence == TransportEvidence.Answered
            && answer.StatusCode >= 400
            && Refuse(answer, PaymentOperation.Unknown) is { Outcome: PaymentOutcome.Rejected } refusal
                ? refusal.Reason
            : PaymentReason.NoTrustworthyAnswer;
        return new PaymentReadException(
            $"{what} cannot be read at '{Context.Name}'. {answer.Description}",
            reason,
            answer.StatusCode == 429 ? answer.RetryAt(Clock.GetUtcNow()) : null
        );
    }

    /// <summary>Creates the result of a request that stores data in a vault.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="method">The payment method that was sent. Its secrets are masked in the result.</param>
    /// <param name="readId">Reads the id of the stored data; returns <see langword="null"/> when the answer shows something else.</param>
    /// <param name="isSuccess">Whether the HTTP status is one that the provider documents for a success.</param>
    /// <param name="refusal">The refusal in the answer. The default is the result of <see cref="Refuse"/> for a read.</param>
    /// <returns>Approved only with an id; Unknown when the answer proves nothing.</returns>
    protected VaultResult Stored(
        TransportAnswer answer,
        PaymentMethod? method,
        Func<TransportAnswer, string?> readId,
        bool isSuccess,
        ProviderRefusal? refusal = null
    )
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(readId);
        if (answer.Evidence == TransportEvidence.NotSent)
        {
            return new VaultResult { Outcome = PaymentOutcome.NotSent, Reason = PaymentReason.ConnectionFailed };
        }

        if (
            answer.Evidence == TransportEvidence.Answered
            && (refusal ?? (isSuccess ? null : Refuse(answer, PaymentOperation.Unknown)))
                is { NeedsAgreement: false } refused
        )
        {
            // An issuer cannot decline to store data, regardless of the text.
            var isDeclined = refused.Outcome == PaymentOutcome.Declined;
            return new VaultResult
            {
                Outcome = isDeclined ? PaymentOutcome.Rejected : refused.Outcome,
                Reason = isDeclined ? PaymentReason.InvalidRequest : refused.Reason,
                Problems = new Masking(_profile.Secrets, method).Problems(refused),
            };
        }

        return answer.Evidence == TransportEvidence.Answered && isSuccess && readId(answer) is { } id
            ? new VaultResult { Outcome = PaymentOutcome.Approved, Id = id }
            : new VaultResult
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = answer.StatusCode == 429 ? PaymentReason.RateLimited : PaymentReason.NoTrustworthyAnswer,
            };
    }

    /// <summary>The result of a change to data that the provider does not know.</summary>
    protected static VaultResult NotFound { get; } =
        new() { Outcome = PaymentOutcome.Rejected, Reason = PaymentReason.NotFound };

    /// <summary>Creates the result of a change that was not sent because data that it depends on cannot be read.</summary>
    /// <param name="exception">The failed read.</param>
    /// <returns>NotSent with the reason PreparationFailed and the message as its problem.</returns>
    protected static VaultResult NotRead(PaymentReadException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new VaultResult
        {
            Outcome = PaymentOutcome.NotSent,
            Reason = PaymentReason.PreparationFailed,
            Problems = [new RequestProblem { Field = "Vault", Message = exception.Message }],
        };
    }

    // A method of its own, so that a payment at another provider needs no closure.
    private Task<(PaymentAttempt Attempt, PaymentReadException? Unfound)> PrepareCustomerIdAsync(
        PaymentAttempt asked,
        RunningAttempt running
    ) => running.PrepareAsync(token => WithCustomerIdAsync(asked, token));

    // The provider's own id replaces the merchant's in requests, expectations and look-ups. A payment that was sent to a customer is looked
    // up at that customer.
    private async Task<(PaymentAttempt Attempt, PaymentReadException? Unfound)> WithCustomerIdAsync(
        PaymentAttempt asked,
        CancellationToken cancellationToken
    )
    {
        if (!_profile.FindsCustomers || asked.CustomerId is not { } customer)
        {
            return (asked, null);
        }

        if (asked.Hints?.CustomerId is { } recorded)
        {
            return (asked with { CustomerId = recorded }, null);
        }

        try
        {
            return await FindCustomerIdAsync(customer, cancellationToken).ConfigureAwait(false) is { } found
                ? (asked with { CustomerId = found }, null)
                : (
                    asked,
                    new PaymentReadException(
                        $"The customer {QuotedText.Of(customer)} is not known at '{Context.Name}'.",
                        PaymentReason.NotFound
                    )
                );
        }
        catch (PaymentReadException exception)
        {
            return (asked, exception);
        }
    }
}
