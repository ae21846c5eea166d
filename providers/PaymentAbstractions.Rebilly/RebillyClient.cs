using System.Text.Json.Serialization.Metadata;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>The operations of the API that are used, one method each.</summary>
internal sealed class RebillyClient(PaymentTransport transport)
{
    private static readonly ReadOnlyMemory<byte> NoContent = ReadOnlyMemory<byte>.Empty;

    public static PaymentTransportOptions TransportOptions(RebillyAccount account) =>
        new()
        {
            BaseAddress = new Uri(
                $"{account.BaseUrl.AbsoluteUri.TrimEnd('/')}/organizations/{Escape(account.Options.OrganizationId!)}/"
            ),
            Gateway = account.Gateway,
            Deadline = account.Options.Deadline,
            SendTimeout = account.SendTimeout,
            Headers = [new TransportHeader("REB-APIKEY", account.Options.ApiKey!.Reveal())],
        };

    public Task<TransportAnswer> PostTransactionAsync(ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        MoveMoneyAsync("transactions", body, attempt);

    public Task<TransportAnswer> PostPayoutAsync(ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        MoveMoneyAsync("payouts", body, attempt);

    public Task<TransportAnswer> PostRefundAsync(string id, ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        MoveMoneyAsync($"transactions/{Escape(id)}/refund", body, attempt);

    public Task<Read<TransactionBody>> GetTransactionAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync($"transactions/{Escape(id)}", RebillyJsonContext.Default.TransactionBody, cancellationToken);

    /// <summary>Lists the newest transactions by a filter. Whether a filter is honored has to be checked row by row.</summary>
    public Task<Read<TransactionBody[]>> ListTransactionsAsync(
        string filter,
        int limit,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"transactions?filter={Escape(filter)}&sort=-createdTime&limit={limit}"
            ),
            RebillyJsonContext.Default.TransactionBodyArray,
            cancellationToken
        );

    /// <summary>Has Rebilly ask the gateway; changes nothing. Source: core API reference, query a transaction.</summary>
    public async Task<Read<QueryBody>> QueryAsync(string id, CancellationToken cancellationToken)
    {
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = $"transactions/{Escape(id)}/query",
            Content = NoContent,
            Purpose = TransportPurpose.Read,
        };
        var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Read.Of(answer, RebillyJsonContext.Default.QueryBody);
    }

    public Task<TransportAnswer> PutCustomerAsync(
        string id,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    ) => StoreAsync(HttpMethod.Put, $"customers/{Escape(id)}", body, cancellationToken);

    public Task<TransportAnswer> PostInstrumentAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        StoreAsync(HttpMethod.Post, "payment-instruments", body, cancellationToken);

    private Task<TransportAnswer> MoveMoneyAsync(string path, ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        transport.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Post,
                Path = path,
                Content = body,
                Attempt = attempt,
            }
        );

    private Task<TransportAnswer> StoreAsync(
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    ) =>
        transport.SendAsync(
            new TransportRequest
            {
                Method = method,
                Path = path,
                Content = body,
                Purpose = TransportPurpose.Preparation,
            },
            cancellationToken
        );

    private async Task<Read<T>> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var request = new TransportRequest
        {
            Method = HttpMethod.Get,
            Path = path,
            Purpose = TransportPurpose.Read,
        };
        var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Read.Of(answer, type);
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
