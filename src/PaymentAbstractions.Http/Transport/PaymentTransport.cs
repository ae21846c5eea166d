using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;
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
    private readonly TargetAddress _address;

    /// <summary>Creates a transport over a client of your own, for tests.</summary>
    /// <param name="client">The client; it is not disposed. Its timeout and default headers are the caller's business.</param>
    /// <param name="options">Where and how to send.</param>
    /// <param name="timeProvider">The clock of the deadlines.</param>
    /// <remarks>
    /// Only the factory's client has our innermost handler: here nothing stops a copy of a message, and
    /// <see cref="TransportRequest.PathSecret"/> is not hidden.
    /// </remarks>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address without query, fragment and user; or a time or size is out of range.</exception>
    public PaymentTransport(HttpClient client, PaymentTransportOptions options, TimeProvider timeProvider)
        : this(client, options, timeProvider, isGuarded: false) { }

    internal PaymentTransport(
        HttpClient client,
        PaymentTransportOptions options,
        TimeProvider timeProvider,
        bool isGuarded
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        PaymentTransportOptions.ThrowIfInvalid(options);
        _address = new TargetAddress(options.BaseAddress, canHide: isGuarded);
        _options = options;
        _time = timeProvider;
        var restOptions = new RestClientOptions(options.BaseAddress) { FollowRedirects = false, UserAgent = null };
        _client = new RestClient(client, restOptions, disposeHttpClient: false);
    }

    /// <summary>Sends one request, once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">
    /// Ends a read at any time. Ends a write only before its first byte, as the leaving of its attempt's caller does; after that
    /// the exchange runs on under its own deadline, and a caller who does not want to wait must stop awaiting.
    /// </param>
    /// <returns>What the exchange brought. What a provider or a network does is never an exception.</returns>
    /// <exception cref="ArgumentException">The path or a header cannot be sent, or purpose and attempt do not fit; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The caller left before anything was sent, or the request is a read.</exception>
    public async Task<TransportAnswer> SendAsync(
        TransportRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        request.ThrowIfNotSendable();
        if (
            request.Attempt?.Gate is { } gate
            && (!gate.TryTake() || gate.Phase is SendPhase.Closed or SendPhase.GivenUp)
        )
        {
            return new TransportAnswer(TransportEvidence.NotSent, TransportFault.SendRefused);
        }

        // From here on the gate of the attempt is shut whatever happens, and proves that nothing was sent if it was not opened.
        using var timer = new ExchangeTimer(request, _options, _time, cancellationToken);
        using var span = ExchangeSpan.Start(request, _options);
        var exchange = new Exchange(request, _options, _address, timer);
        var failure = timer.Token.IsCancellationRequested
            ? null
            : await ExecuteAsync(exchange, timer).ConfigureAwait(false);
        var answer = Conclude(exchange, timer, failure, cancellationToken);
        ExchangeSpan.End(span, answer);
        TransportMeter.Answered(answer, _options);
        return answer;
    }

#pragma warning disable MA0015, CA2208 // The parameter is that of SendAsync, a few calls up.
    internal static ArgumentException NotSendable(string message) => new(message, "request");
#pragma warning restore MA0015, CA2208

    private async Task<Exception?> ExecuteAsync(Exchange exchange, ExchangeTimer timer)
    {
        // A request that is used twice runs its interceptors twice, hence a new one for every exchange. RestSharp's own
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
            var response = await _client.ExecuteAsync(rest, timer.Token).ConfigureAwait(false);
            return response.ErrorException;
        }
        catch (Exception exception) when (exchange.IsPrepared)
        {
            return exception;
        }
    }

    private static TransportAnswer Conclude(
        Exchange exchange,
        ExchangeTimer timer,
        Exception? failure,
        CancellationToken cancellationToken
    )
    {
        var phase = timer.Close();
        switch (phase)
        {
            case SendPhase.Canceled:
                throw new OperationCanceledException(
                    cancellationToken.IsCancellationRequested ? cancellationToken : timer.CallerOfAttempt
                );
            case SendPhase.TooLate or SendPhase.GivenUp or SendPhase.NotAmended:
            case SendPhase.Closed when timer.IsRefused:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.SendRefused);
            case SendPhase.TimedOut when timer.DeadlinePassed:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.DeadlineExceeded);
            case SendPhase.TimedOut:
                return new TransportAnswer(TransportEvidence.NotSent, TransportFault.SendTimeout);
            default:
                break;
        }

        if (exchange.Answer is { } answer)
        {
            return answer;
        }

        if (timer.IsReadCanceled)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        var evidence = phase == SendPhase.Closed ? TransportEvidence.NotSent : TransportEvidence.InDoubt;
        return new TransportAnswer(evidence, FaultOf(exchange, timer, failure), exchange.PartialStatusCode);
    }

    private static TransportFault FaultOf(Exchange exchange, ExchangeTimer timer, Exception? failure) =>
        timer.IsSecondPass ? TransportFault.SecondPass
        : timer.DeadlinePassed ? TransportFault.DeadlineExceeded
        : exchange.ReadFault != TransportFault.None ? exchange.ReadFault
        : FaultClassifier.Classify(failure, headersArrived: false);
}
