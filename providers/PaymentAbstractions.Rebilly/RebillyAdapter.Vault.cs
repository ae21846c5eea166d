using System.Runtime.CompilerServices;
using System.Text.Json;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Customers. The pipeline and the rules have validated the requests. Source: direct transaction guide, step 1; core API reference,
// customers.
internal sealed partial class RebillyAdapter : ICustomerVault
{
    private const string CustomerName = "The customer";

    /// <remarks>An existing customer is written back as it was read, with the new address.</remarks>
    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        try
        {
            var shown = await ReadCustomerAsync(customer.Id, cancellationToken).ConfigureAwait(false);
            var answer = await PutCustomerAsync(
                    customer.Id,
                    json =>
                    {
                        if (shown is { } known)
                        {
                            VaultWriter.Changed(json, known, customer.Address, defaultId: null);
                        }
                        else
                        {
                            VaultWriter.Customer(json, customer, _options);
                        }
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            var result = ToResult(
                answer,
                method: null,
                body => body.DecidingText("id") == customer.Id ? customer.Id : null
            );
            return result with
            {
                AlreadyExisted = answer.StatusCode == 200 && result.Outcome == PaymentOutcome.Approved,
            };
        }
        catch (PaymentReadException exception)
        {
            return NotRead(exception);
        }
    }

    public async Task<VaultCustomer?> GetCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        var answer = await AskForCustomerAsync(customerId, cancellationToken).ConfigureAwait(false);
        return answer is null ? null
            : JsonFields.Read(answer) is { } body
            && CustomerReader.Read(body) is { } customer
            && customer.Id == customerId
                ? customer
            : throw CannotRead(CustomerName, answer);
    }

    public async IAsyncEnumerable<VaultCustomer> ListCustomersAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var row in ListAsync(new CollectionQuery("customers"), cancellationToken).ConfigureAwait(false))
        {
            yield return CustomerReader.Read(row) ?? throw Unreadable("customers");
        }
    }

    public Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <remarks>
    /// The customer is read and written back completely with the new default. A concurrent change is lost; the API offers no way to detect
    /// it.
    /// </remarks>
    public async Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            // It is not documented that Rebilly refuses the instrument of another customer.
            var method = await GetPaymentMethodAsync(customerId, paymentMethodId, cancellationToken)
                .ConfigureAwait(false);
            if (
                method is null or { Status: VaultPaymentMethodStatus.Deactivated }
                || await ReadCustomerAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } shown
            )
            {
                return NotFound;
            }

            var answer = await PutCustomerAsync(
                    customerId,
                    json => VaultWriter.Changed(json, shown, address: null, paymentMethodId),
                    cancellationToken
                )
                .ConfigureAwait(false);
            var result = ToResult(
                answer,
                method: null,
                body =>
                    body.DecidingText("id") == customerId
                    && body.Inside("defaultPaymentInstrument").DecidingText("paymentInstrumentId") == paymentMethodId
                        ? paymentMethodId
                        : null
            );
            return result.Outcome == PaymentOutcome.Approved ? result with { PaymentMethod = method } : result;
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

    private Task<TransportAnswer?> AskForCustomerAsync(string id, CancellationToken cancellationToken) =>
        ReadOrNoneAsync(ProviderRequest.Get(CustomerPath(id)), CustomerName, IsNotFound, cancellationToken);

    // Reads the customer with every member that the API shows.
    private async Task<JsonElement?> ReadCustomerAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await AskForCustomerAsync(id, cancellationToken).ConfigureAwait(false);
        return answer is null ? null
            : JsonFields.Read(answer)?.DecidingText("id") == id && answer.TryReadJsonBody(out var json)
                ? JsonElement.Parse(json)
            : throw CannotRead(CustomerName, answer);
    }

    private Task<TransportAnswer> PutCustomerAsync(
        string id,
        Action<Utf8JsonWriter> write,
        CancellationToken cancellationToken
    ) => StoreAsync(ProviderRequest.Json(HttpMethod.Put, CustomerPath(id), write), cancellationToken);

    private IAsyncEnumerable<JsonFields> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var what = $"The list '{query.Path}'";
        return new CollectionReader(
            async (request, token) => (await ReadOrNoneAsync(request, what, _ => false, token).ConfigureAwait(false))!,
            answer => CannotRead(what, answer)
        ).ReadAllAsync(query, cancellationToken);
    }

    private PaymentReadException Unreadable(string what) =>
        new(
            $"A row of the {what} at '{Context.Name}' cannot be read; the rows before it were returned.",
            PaymentReason.NoTrustworthyAnswer
        );

    private static bool IsNotFound(TransportAnswer answer) =>
        RefusalByStatus.Of(answer) is { Reason: PaymentReason.NotFound };

    private static string CustomerPath(string id) => $"customers/{Escape(id)}";
}
