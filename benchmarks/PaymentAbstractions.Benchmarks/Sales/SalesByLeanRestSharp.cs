using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using RestSharp;
using RestSharp.Interceptors;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>
/// RestSharp alone, in its leanest correct use: one client over one HttpClient, and an interceptor that writes UTF-8 bytes and reads into a
/// pooled buffer with source-generated JSON, so that RestSharp neither serializes nor keeps a body.
/// </summary>
internal sealed class SalesByLeanRestSharp : ISales
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    private readonly RestClient _client;

    /// <summary>Sends over a handler.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; over the network when missing.</param>
    public SalesByLeanRestSharp(Uri address, HttpMessageHandler? handler = null)
    {
        // RestSharp has a timer for each call already. As by hand, it covers the call up to the headers of the answer.
        var client = new HttpClient(
            handler ?? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false },
            disposeHandler: handler is null
        )
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        var target = new Uri(address, $"organizations/{Order.OrganizationId}/transactions");
        var options = new RestClientOptions(target) { FollowRedirects = false, UserAgent = null };
        _client = new RestClient(client, options, disposeHttpClient: true);
    }

    public async Task<Tally> SendAsync(Order order, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(order);
        // A request that is used twice runs its interceptors twice, so every sale has a new one.
        var request = new RestRequest
        {
            Method = Method.Post,
            Interceptors = [exchange],
            Timeout = Timeout,
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            AdvancedResponseWriter = static (_, request) => new RestResponse(request),
        };
        var response = await _client.ExecuteAsync(request, cancellationToken);
        return TransactionShown.Check(exchange.Status, exchange.Shown, order, response.ErrorException);
    }

    public void Dispose() => _client.Dispose();

    private sealed class Exchange(Order order) : Interceptor
    {
        private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

        public int Status { get; private set; }

        public TransactionShown? Shown { get; private set; }

        public override ValueTask BeforeHttpRequest(
            HttpRequestMessage requestMessage,
            CancellationToken cancellationToken
        )
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(SaleBody.For(order), SaleJsonContext.Default.SaleBody);
            requestMessage.Content = new ByteArrayContent(body);
            requestMessage.Content.Headers.ContentType = Json;
            // RestSharp's own Accept header lists every format that it knows.
            requestMessage.Headers.Clear();
            requestMessage.Headers.Accept.Add(Json);
            requestMessage.Headers.Add("REB-APIKEY", Order.ApiKey);
            return ValueTask.CompletedTask;
        }

        public override async ValueTask AfterHttpRequest(
            HttpResponseMessage responseMessage,
            CancellationToken cancellationToken
        )
        {
            // If reading throws, RestSharp does not dispose the response.
            using var response = responseMessage;
            Status = (int)response.StatusCode;
            var length = (int)response.Content.Headers.ContentLength!.Value;
            var buffer = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
                await stream.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken);
                Shown = JsonSerializer.Deserialize(buffer.AsSpan(0, length), SaleJsonContext.Default.TransactionShown);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
