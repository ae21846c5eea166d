using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;
using RestSharp;

namespace PaymentAbstractions.Http;

/// <summary>Sends requests to one payment API, each at most once, and reports what every exchange proves.</summary>
/// <remarks>
/// This type is thread-safe. Create one instance per configured gateway with <see cref="PaymentTransportFactory"/>, and keep it. It does
/// not follow redirects, keep cookies, retry or log.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The client below the RestClient belongs to its factory, so disposing would do nothing."
)]
public sealed class PaymentTransport
{
    /// <summary>
    /// The name under which <see cref="IHttpClientFactory"/> knows what the clients of all gateways have in common, and the client of a
    /// transport without a gateway.
    /// </summary>
    public const string HttpClientName = "PaymentAbstractions";

    internal const string GatewayPrefix = HttpClientName + ":";

    private readonly RestClient _client;
    private readonly PaymentTransportOptions _options;
    private readonly TimeProvider _time;
    private readonly TargetAddress _address;

    /// <summary>Creates a transport over your own client, for tests.</summary>
    /// <param name="client">The client, which is not disposed. The caller is responsible for its timeout and default headers.</param>
    /// <param name="options">The address and the settings.</param>
    /// <param name="timeProvider">The clock of the deadlines.</param>
    /// <remarks>
    /// Only the factory's client has the guard as its innermost handler. With another client, a copy of a message is not stopped, and
    /// <see cref="TransportRequest.PathSecret"/> is not hidden.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The base address is not an absolute http or https address without query, fragment and user, or a time or size is out of range.
    /// </exception>
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

    /// <summary>The name of the client of one gateway, to give it a proxy, a client certificate or other handlers of its own.</summary>
    /// <param name="gateway">The configured name of the gateway; case does not matter.</param>
    /// <returns>The name for <c>services.AddHttpClient</c>.</returns>
    public static string HttpClientNameOf(string gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return GatewayPrefix + gateway.ToLowerInvariant();
    }

    /// <summary>Sends one request, once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">
    /// Cancels a read at any time. Cancels a write only before its first byte, as does a cancellation by the caller of its attempt. After
    /// that, the exchange continues until its own deadline; a caller who does not want to wait must stop awaiting.
    /// </param>
    /// <returns>The result of the exchange. What a provider or a network does is never an exception.</returns>
    /// <exception cref="ArgumentException">
    /// The path or a header is not valid, or purpose and attempt do not match; nothing was sent.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller canceled before anything was sent, or the request is a read.</exception>
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

        // From here on, the gate of the attempt is shut in every case. If it was not opened, that proves that nothing was sent.
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

#pragma warning disable MA0015, CA2208 // The parameter name is that of SendAsync.
    internal static ArgumentException NotSendable(string message) => new(message, "request");
#pragma warning restore MA0015, CA2208

    private async Task<Exception?> ExecuteAsync(Exchange exchange, ExchangeTimer timer)
    {
        // A request that is used twice runs its interceptors twice, so every exchange has a new one. RestSharp's own timeout does not cover
        // the body, so it is not used.
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
