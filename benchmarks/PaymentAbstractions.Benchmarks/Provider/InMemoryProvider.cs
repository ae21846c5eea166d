using System.Buffers;
using System.Net;
using Microsoft.Extensions.ObjectPool;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>A provider without a network: reads the request and answers at once. Safe for several callers.</summary>
/// <param name="sale">The answer to a sale, which is Rebilly's or the virtual terminal's; Rebilly's usual one when missing.</param>
internal sealed class InMemoryProvider(AnswerTemplate? sale = null) : HttpMessageHandler
{
    // The unsettled transactions of a customer of the virtual terminal.
    private const string EmptyList = """{"TransactionCount":0,"Transactions":[]}""";

    private readonly ProviderBook _book = new(sale);
    private readonly ObjectPool<MemoryStream> _streams = ObjectPool.Create<MemoryStream>();

    /// <summary>What was received so far.</summary>
    public Tally Counted => _book.Counted;

    /// <summary>Sees the body of each request and the length of its answer; null, as while measuring, sees nothing.</summary>
    public Action<byte[], int>? OnSale { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is null)
        {
            return new HttpResponseMessage { Content = new StringContent(EmptyList), RequestMessage = request };
        }

        var body = _streams.Get();
        body.SetLength(0);
        await request.Content.CopyToAsync(body, cancellationToken);
        var answer = ArrayPool<byte>.Shared.Rent(_book.MaxAnswer);
        var length = _book.Sale(body.GetBuffer().AsSpan(0, (int)body.Length), answer);
        OnSale?.Invoke(body.ToArray(), length);
        _streams.Return(body);
        var content = new PooledContent(answer, length);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(HttpStatusCode.Created) { Content = content, RequestMessage = request };
    }
}
