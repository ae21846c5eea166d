using System.Net;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>The provider without a network: reads the request, answers at once. For one caller at a time.</summary>
internal sealed class InMemoryProvider : HttpMessageHandler
{
    private readonly ProviderBook _book = new();
    private readonly MemoryStream _request = new(4096);
    private readonly byte[] _answer = new byte[TransactionAnswer.MaxLength];

    /// <summary>What was received so far.</summary>
    public Tally Counted => _book.Counted;

    /// <summary>The body of the last request.</summary>
    public ReadOnlySpan<byte> LastRequest => _request.GetBuffer().AsSpan(0, (int)_request.Length);

    /// <summary>The size of the last answer.</summary>
    public int LastAnswerLength { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        _request.SetLength(0);
        await request.Content!.CopyToAsync(_request, cancellationToken);
        LastAnswerLength = _book.Answer(LastRequest, _answer);
        var content = new ByteArrayContent(_answer, 0, LastAnswerLength);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(HttpStatusCode.Created) { Content = content, RequestMessage = request };
    }
}
