using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Customers and payment instruments; what comes here, the pipeline and the adapter have checked. Source: direct transaction guide, steps 1 and 2; core API reference.</summary>
internal sealed class CustomerVault(RebillyAccount account, RebillyClient client) : ICustomerVault
{
    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        var body = VaultWriter.Customer(customer, account);
        var answer = await client.PutCustomerAsync(customer.Id, body, cancellationToken).ConfigureAwait(false);
        return ToResult(answer, alreadyExisted: answer.StatusCode == 200, null, stored => stored.Id == customer.Id);
    }

    public async Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var body = VaultWriter.Instrument(request);
        var answer = await client.PostInstrumentAsync(body, cancellationToken).ConfigureAwait(false);
        return ToResult(
            answer,
            alreadyExisted: answer.StatusCode == 303,
            request.PaymentMethod,
            stored => string.IsNullOrEmpty(stored.CustomerId) || stored.CustomerId == request.CustomerId
        );
    }

    // A card that is known already answers 303 with the instrument as its body; the redirect is never followed.
    private VaultResult ToResult(
        TransportAnswer answer,
        bool alreadyExisted,
        PaymentMethod? method,
        Func<IdentityBody, bool> isExpected
    )
    {
        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 200 or 201 or 303 })
        {
            return
                answer.TryReadJson(RebillyJsonContext.Default.IdentityBody, out var body, out _)
                && body.Id is { } id
                && RebillyIds.IsValid(id)
                && isExpected(body)
                ? new VaultResult
                {
                    Outcome = PaymentOutcome.Approved,
                    Id = id,
                    AlreadyExisted = alreadyExisted,
                }
                : new VaultResult { Outcome = PaymentOutcome.Unknown, Reason = PaymentReason.NoTrustworthyAnswer };
        }

        if (answer.Evidence != TransportEvidence.Answered)
        {
            return answer.Evidence == TransportEvidence.NotSent
                ? new VaultResult { Outcome = PaymentOutcome.NotSent, Reason = PaymentReason.ConnectionFailed }
                : new VaultResult { Outcome = PaymentOutcome.Unknown, Reason = PaymentReason.NoTrustworthyAnswer };
        }

        var (outcome, reason) = Refusal.Classify(answer);
        return new VaultResult
        {
            Outcome = outcome,
            Reason = reason,
            Problems = ProblemDetails.Read(answer, ShownText.For(account, method)).Problems,
        };
    }
}
