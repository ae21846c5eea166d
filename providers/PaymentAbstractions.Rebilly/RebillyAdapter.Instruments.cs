using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Payment instruments. The pipeline and the rules have validated the requests. Source: direct transaction guide, step 2; core API
// reference, payment instruments.
internal sealed partial class RebillyAdapter
{
    private const string Instruments = "payment-instruments";

    public async Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await StoreAsync(
                ProviderRequest.Json(HttpMethod.Post, Instruments, json => VaultWriter.Instrument(json, request)),
                cancellationToken
            )
            .ConfigureAwait(false);
        VaultPaymentMethod? stored = null;
        var result = ToResult(
            answer,
            request.PaymentMethod,
            body =>
                body.DecidingText("customerId") is var shown
                && (string.IsNullOrEmpty(shown) || shown == request.CustomerId)
                && body.DecidingText("id") is { } id
                && RebillyIds.IsValid(id)
                    ? KeepId(body, id)
                    : null
        );
        // For a card that already exists Rebilly answers 303 with the instrument as the body; the redirect is never followed.
        return result.Outcome == PaymentOutcome.Approved
            ? result with
            {
                AlreadyExisted = answer.StatusCode == 303,
                PaymentMethod = stored,
            }
            : result;

        string KeepId(JsonFields body, string id)
        {
            stored = InstrumentReader.Read(body);
            return id;
        }
    }

    public async Task<VaultPaymentMethod?> GetPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await ReadOrNoneAsync(
                ProviderRequest.Get(InstrumentPath(paymentMethodId)),
                "The payment instrument",
                IsNotFound,
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer is null ? null
            : JsonFields.Read(answer) is { } body
            && InstrumentReader.Read(body) is { } method
            && method.Id == paymentMethodId
                ? (method.CustomerId == customerId ? method : null)
            : throw CannotRead("The payment instrument", answer);
    }

    public async IAsyncEnumerable<VaultPaymentMethod> ListPaymentMethodsAsync(
        string customerId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        // It is not documented that the filter is applied.
        await foreach (
            var row in ListAsync(
                    new CollectionQuery(Instruments) { Filter = $"customerId:{customerId}" },
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
        {
            var method = InstrumentReader.Read(row) ?? throw Unreadable("payment instruments");
            if (method.CustomerId == customerId)
            {
                yield return method;
            }
        }
    }

    public Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) =>
        ChangeInstrumentAsync(
            request.CustomerId,
            request.PaymentMethodId,
            _ =>
                ProviderRequest.Json(
                    HttpMethod.Patch,
                    InstrumentPath(request.PaymentMethodId),
                    json => VaultWriter.Update(json, request)
                ),
            changed =>
                request.ExpiryYear is null
                || (
                    changed.Details.ExpiryYear == request.ExpiryYear
                    && changed.Details.ExpiryMonth == request.ExpiryMonth
                ),
            request.Token is { } token ? new TokenPaymentMethod { Token = token } : null,
            cancellationToken
        );

    public Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeInstrumentAsync(
            customerId,
            paymentMethodId,
            method =>
                method.Status == VaultPaymentMethodStatus.Deactivated
                    ? null
                    : ProviderRequest.Post($"{InstrumentPath(paymentMethodId)}/deactivation"),
            changed => changed.Status == VaultPaymentMethodStatus.Deactivated,
            method: null,
            cancellationToken
        );

    private async Task<VaultResult> ChangeInstrumentAsync(
        string customerId,
        string id,
        Func<VaultPaymentMethod, ProviderRequest?> write,
        Func<VaultPaymentMethod, bool> isDone,
        PaymentMethod? method,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await GetPaymentMethodAsync(customerId, id, cancellationToken).ConfigureAwait(false) is not { } known)
            {
                return NotFound;
            }

            if (write(known) is not { } request)
            {
                return new VaultResult
                {
                    Outcome = PaymentOutcome.Approved,
                    Id = id,
                    PaymentMethod = known,
                };
            }

            var answer = await StoreAsync(request, cancellationToken).ConfigureAwait(false);
            VaultPaymentMethod? changed = null;
            var result = ToResult(
                answer,
                method,
                body =>
                    (changed = InstrumentReader.Read(body)) is { } shown
                    && shown.Id == id
                    && shown.CustomerId == customerId
                    && isDone(shown)
                        ? id
                        : null
            );
            return result.Outcome == PaymentOutcome.Approved ? result with { PaymentMethod = changed } : result;
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
    }

    private static string InstrumentPath(string id) => $"{Instruments}/{Escape(id)}";
}
