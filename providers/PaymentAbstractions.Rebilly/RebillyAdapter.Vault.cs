using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Customers and payment instruments. Pipeline and rules have checked what comes here. Source: direct transaction guide, steps 1 and 2; core
// API reference.
internal sealed partial class RebillyAdapter : ICustomerVault
{
    private const string Instruments = "payment-instruments";

    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        var answer = await StoreAsync(
                ProviderRequest.Json(
                    HttpMethod.Put,
                    CustomerPath(customer.Id),
                    json => VaultWriter.Customer(json, customer, _options)
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        var result = ToResult(answer, method: null, body => body.DecidingText("id") == customer.Id ? customer.Id : null);
        return result with { AlreadyExisted = answer.StatusCode == 200 && result.Outcome == PaymentOutcome.Approved };
    }

    public async Task<VaultCustomer?> GetCustomerAsync(
        string customerId,
        CancellationToken cancellationToken = default
    )
    {
        var answer = await ReadCustomerAsync(customerId, cancellationToken).ConfigureAwait(false);
        return answer is null
            ? null
            : JsonFields.Read(answer) is { } body && CustomerReader.Read(body) is { } customer && customer.Id == customerId
                ? customer
                : throw CannotRead("The customer", answer);
    }

    public async IAsyncEnumerable<VaultCustomer> ListCustomersAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var row in ListAsync("customers", filter: null, cancellationToken).ConfigureAwait(false))
        {
            yield return CustomerReader.Read(row) ?? throw Unreadable("customers");
        }
    }

    public Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

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
        // A card that is known already answers 303 with the instrument as its body; the redirect is never followed.
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
        // That the filter is honored is not documented.
        await foreach (
            var row in ListAsync(Instruments, $"customerId:{customerId}", cancellationToken).ConfigureAwait(false)
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
                || (changed.Details.ExpiryYear == request.ExpiryYear && changed.Details.ExpiryMonth == request.ExpiryMonth),
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

    /// <remarks>
    /// The customer is read and written back whole with the other default. What somebody else changes in between is lost; the API has nothing
    /// that would notice.
    /// </remarks>
    public async Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var shown = await ReadCustomerAsync(customerId, cancellationToken).ConfigureAwait(false);
            if (shown is null)
            {
                return NotFound;
            }

            var request =
                VaultWriter.WithDefault(CustomerPath(customerId), shown, paymentMethodId)
                ?? throw CannotRead("The customer", shown);
            var answer = await StoreAsync(request, cancellationToken).ConfigureAwait(false);
            return ToResult(
                answer,
                method: null,
                body =>
                    body.DecidingText("id") == customerId
                    && body.Inside("defaultPaymentInstrument").DecidingText("paymentInstrumentId") == paymentMethodId
                        ? paymentMethodId
                        : null
            );
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
    }

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

    private VaultResult ToResult(TransportAnswer answer, PaymentMethod? method, Func<JsonFields, string?> readId) =>
        Stored(
            answer,
            method,
            shown => JsonFields.Read(shown) is { } body && readId(body) is { } id && body.Problem is null ? id : null,
            answer.StatusCode is 200 or 201 or 303
        );

    private Task<TransportAnswer?> ReadCustomerAsync(string id, CancellationToken cancellationToken) =>
        ReadOrNoneAsync(ProviderRequest.Get(CustomerPath(id)), "The customer", IsNotFound, cancellationToken);

    private IAsyncEnumerable<JsonFields> ListAsync(string path, string? filter, CancellationToken cancellationToken)
    {
        var what = $"The list '{path}'";
        return new CollectionReader(
            async (request, token) =>
                (await ReadOrNoneAsync(request, what, _ => false, token).ConfigureAwait(false))!,
            answer => CannotRead(what, answer)
        ).ReadAllAsync(path, filter, cancellationToken);
    }

    private PaymentReadException Unreadable(string what) =>
        new(
            $"A row of the {what} at '{Context.Name}' cannot be read; those before it were listed.",
            PaymentReason.NoTrustworthyAnswer
        );

    private static bool IsNotFound(TransportAnswer answer) =>
        RefusalByStatus.Of(answer) is { Reason: PaymentReason.NotFound };

    private static string CustomerPath(string id) => $"customers/{Escape(id)}";

    private static string InstrumentPath(string id) => $"{Instruments}/{Escape(id)}";
}
