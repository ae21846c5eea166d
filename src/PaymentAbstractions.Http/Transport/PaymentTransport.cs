using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using RestSharp;

namespace PaymentAbstractions.Http;

/// <summary>Sends requests to one payment API, each at most once, and says what every exchange proves.</summary>
/// <remarks>
/// Thread-safe; create one per configured gateway and keep it. It follows no redirect, keeps no cookie, retries
/// nothing and logs nothing. Get it from <see cref="PaymentTransportFactory"/>.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The client below the RestClient belongs to its factory, so disposing would do nothing."
)]
public sealed class PaymentTransport
{
    /// <summary>The name of the client that <c>AddPaymentHttp</c> registers with <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "PaymentAbstractions";

    private readonly RestClient _client;
    private readonly PaymentTransportOptions _options;
    private readonly TimeProvider _time;
    private readonly ExchangeTracker? _tracker;
    private readonly TargetAddress _address;

    /// <summary>Creates a transport over a client of your own, for tests.</summary>
    /// <param name="client">The client; it is not disposed. Its timeout and default headers are the caller's business.</param>
    /// <param name="options">Where and how to send.</param>
    /// <param name="timeProvider">The clock of the deadlines.</param>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address without query, fragment and user; or a time or size is out of range.</exception>
    public PaymentTransport(HttpClient client, PaymentTransportOptions options, TimeProvider timeProvider)
        : this(client, options, timeProvider, tracker: null) { }

    internal PaymentTransport(
        HttpClient client,
        PaymentTransportOptions options,
        TimeProvider timeProvider,
        ExchangeTracker? tracker
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        PaymentTransportOptions.ThrowIfInvalid(options);
        _address = new TargetAddress(options.BaseAddress);
        _options = options;
        _time = timeProvider;
        _tracker = tracker;
        var restOptions = new RestClientOptions(options.BaseAddress) { FollowRedirects = false, UserAgent = null };
        _client = new RestClient(client, restOptions, disposeHttpClient: false);
    }

    /// <summary>Sends one request, once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">
    /// Ends a read at any time. Ends a write only before its first byte; after that the exchange runs on under its own
    /// deadline, and a caller who does not want to wait must stop awaiting.
    /// </param>
    /// <returns>What the exchange brought. What a provider or a network does is never an exception.</returns>
    /// <exception cref="ArgumentException">The path or a header cannot be sent; nothing was.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before anything was sent, or the request is a read.</exception>
    /// <exception cref="ObjectDisposedException">The factory that created the transport was disposed; nothing was sent.</exception>
    public async Task<TransportAnswer> SendAsync(
        TransportRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var target = _address.Combine(request.Path);

        _tracker?.Enter();
        try
        {
            using var gate = new SendGate(
                request,
                _options,
                _time,
                cancellationToken,
                _tracker?.Stopping ?? CancellationToken.None
            );
            var exchange = new Exchange(request, _options, target, gate);
            var failure = await ExecuteAsync(exchange, gate).ConfigureAwait(false);
            return Conclude(request, exchange, gate, failure, cancellationToken);
        }
        finally
        {
            _tracker?.Exit();
        }
    }

#pragma warning disable MA0015, CA2208 // The parameter is that of SendAsync, a few calls up.
    internal static ArgumentException NotSendable(string message) => new(message, "request");
#pragma warning restore MA0015, CA2208

    private async Task<Exception?> ExecuteAsync(Exchange exchange, SendGate gate)
    {
        // A request that is used twice runs its interceptors twice, hence a new one for every attempt. RestSharp's own
        // timeout does not cover the body, hence none.
        var rest = new RestRequest
        {
            Interceptors = [exchange],
            Timeout = Timeout.InfiniteTimeSpan,
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            AdvancedResponseWriter = static (_, request) => new RestResponse(request),
        };
        try
        {
            var response = await _client.ExecuteAsync(rest, gate.Token).ConfigureAwait(false);
            return response.ErrorException;
        }
        catch (Exception exception) when (exchange.IsPrepared)
        {
            return exception;
        }
    }

    private static TransportAnswer Conclude(
        TransportRequest request,
        Exchange exchange,
        SendGate gate,
        Exception? failure,
        CancellationToken cancellationToken
    )
    {
        if (gate.BeginSendFailure is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        var phase = gate.Close();
        switch (phase)
        {
            case SendPhase.Canceled:
            case SendPhase.Refused when cancellationToken.IsCancellationRequested:
                throw new OperationCanceledException(cancellationToken);
            case SendPhase.Refused:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.SendRefused);
            case SendPhase.TimedOut when gate.DeadlinePassed:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.DeadlineExceeded);
            case SendPhase.TimedOut:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.SendTimeout);
            case SendPhase.Stopped:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.Canceled);
            default:
                break;
        }

        if (exchange.Answer is { } answer)
        {
            return answer;
        }

        if (!request.IsWrite && gate.IsReadCanceled)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        var evidence = phase == SendPhase.Closed ? TransportEvidence.NotSent : TransportEvidence.InDoubt;
        return new TransportAnswer(evidence, FaultOf(exchange, gate, failure), exchange.PartialStatusCode);
    }

    private static TransportFault FaultOf(Exchange exchange, SendGate gate, Exception? failure) =>
        gate.IsSecondPass ? TransportFault.SecondPass
        : gate.DeadlinePassed ? TransportFault.DeadlineExceeded
        : gate.IsStopped ? TransportFault.Canceled
        : exchange.ReadFault != TransportFault.None ? exchange.ReadFault
        : FaultClassifier.Classify(failure, headersArrived: false);
}
