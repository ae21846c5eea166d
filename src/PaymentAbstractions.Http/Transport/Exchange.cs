using System.Net.Http.Headers;
using RestSharp.Interceptors;

namespace PaymentAbstractions.Http;

/// <summary>One exchange: puts the bytes and headers into RestSharp's message, and reads the response to its end.</summary>
internal sealed class Exchange(
    TransportRequest request,
    PaymentTransportOptions options,
    TargetAddress address,
    ExchangeTimer timer
) : Interceptor
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private Uri? _shown;
    private Uri? _hidden;

    /// <summary>Whether the message is complete. Exceptions before that are mistakes of the caller.</summary>
    public bool IsPrepared { get; private set; }

    public TransportAnswer? Answer { get; private set; }

    public TransportFault ReadFault { get; private set; }

    public int PartialStatusCode { get; private set; }

    /// <summary>Called by the innermost handler; a second call is stopped here.</summary>
    /// <returns>
    /// The address with its secret, when the message has a placeholder. Only the innermost handler gets it, and only once.
    /// </returns>
    public Uri? EnterWire(HttpRequestMessage message)
    {
        timer.EnterWire(message.Content is GatedContent);
        var hidden = Interlocked.Exchange(ref _hidden, null);
        return message.RequestUri == _shown ? hidden : null;
    }

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        (_shown, _hidden) = address.Combine(request.Path, request.PathSecret);
        requestMessage.Method = request.Method;
        requestMessage.RequestUri = _shown;
        requestMessage.Headers.Clear();
        requestMessage.Headers.Accept.Add(Json);
        AddHeaders(requestMessage, options.Headers);
        AddHeaders(requestMessage, request.Headers);
        requestMessage.Content = timer.HasContent ? CreateContent() : null;
        requestMessage.Options.Set(ExchangeGuard.Exchange, this);
        IsPrepared = true;
        return ValueTask.CompletedTask;
    }

    public override async ValueTask AfterHttpRequest(
        HttpResponseMessage responseMessage,
        CancellationToken cancellationToken
    )
    {
        // If this threw, RestSharp would not dispose the response.
        try
        {
            timer.Answer();
            PartialStatusCode = (int)responseMessage.StatusCode;
            (Answer, ReadFault) = await ResponseReader
                .ReadAsync(responseMessage, options.MaxResponseBytes, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            ReadFault = FaultClassifier.Classify(exception, headersArrived: true);
        }
        finally
        {
            responseMessage.Dispose();
        }
    }

    private static void AddHeaders(HttpRequestMessage message, IReadOnlyList<TransportHeader> headers)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            headers[i].AddTo(message);
        }
    }

    private GatedContent CreateContent()
    {
        var content = new GatedContent(timer, request.Content ?? ReadOnlyMemory<byte>.Empty);
        if (request.Content is null)
        {
            return content;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType))
        {
            throw PaymentTransport.NotSendable("The content type is not a valid media type.");
        }

        content.Headers.ContentType = mediaType;
        return content;
    }
}
