using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Customers and payment instruments. Pipeline and adapter have checked what comes here. Source: direct transaction guide, steps 1 and 2; core API reference.</summary>
internal sealed class CustomerVault(
    RebillyOptions options,
    Func<ProviderRequest, CancellationToken, Task<TransportAnswer>> send,
    Func<TransportAnswer, PaymentMethod?, Func<TransportAnswer, string?>, bool, VaultResult> conclude
) : ICustomerVault
{
    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        var answer = await send(
                ProviderRequest.Json(
                    HttpMethod.Put,
                    $"customers/{Uri.EscapeDataString(customer.Id)}",
                    json => VaultWriter.Customer(json, customer, options)
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        return ToResult(answer, alreadyExisted: answer.StatusCode == 200, null, body => body.Text("id") == customer.Id);
    }

    public async Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await send(
                ProviderRequest.Json(
                    HttpMethod.Post,
                    "payment-instruments",
                    json => VaultWriter.Instrument(json, request)
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        return ToResult(
            answer,
            alreadyExisted: answer.StatusCode == 303,
            request.PaymentMethod,
            body =>
                body.DecidingText("customerId") is var shown
                && (string.IsNullOrEmpty(shown) || shown == request.CustomerId)
        );
    }

    // A card that is known already answers 303 with the instrument as its body; the redirect is never followed.
    private VaultResult ToResult(
        TransportAnswer answer,
        bool alreadyExisted,
        PaymentMethod? method,
        Func<JsonFields, bool> isExpected
    )
    {
        var result = conclude(
            answer,
            method,
            shown =>
                JsonFields.Read(shown) is { } body
                && body.DecidingText("id") is { } id
                && RebillyIds.IsValid(id)
                && isExpected(body)
                && body.Problem is null
                    ? id
                    : null,
            answer.StatusCode is 200 or 201 or 303
        );
        return result with { AlreadyExisted = alreadyExisted && result.Outcome == PaymentOutcome.Approved };
    }
}
