using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>The floor: one HttpClient, UTF-8 bytes out, a pooled buffer in, source-generated JSON, no checks.</summary>
internal sealed class SalesByHand : ISales
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly HttpClient _client;
    private readonly Uri _target;

    /// <summary>Sends over a handler.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; over the network when missing.</param>
    public SalesByHand(Uri address, HttpMessageHandler? handler = null)
    {
        _client = new HttpClient(
            handler ?? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false },
            disposeHandler: handler is null
        );
        _target = new Uri(address, $"organizations/{Order.OrganizationId}/transactions");
    }

    public async Task<Tally> SendAsync(Order order, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(SaleBody.For(order), SaleJsonContext.Default.SaleBody);
        using var request = new HttpRequestMessage(HttpMethod.Post, _target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Accept.Add(Json);
        request.Headers.Add("REB-APIKEY", Order.ApiKey);
        using var response = await _client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        var length = (int)response.Content.Headers.ContentLength!.Value;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken);
            var shown = JsonSerializer.Deserialize(buffer.AsSpan(0, length), SaleJsonContext.Default.TransactionShown);
            return TransactionShown.Check((int)response.StatusCode, shown, order);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _client.Dispose();
}
