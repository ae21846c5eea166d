namespace PaymentAbstractions.Http;

/// <summary>Creates transports, each over the client of its gateway.</summary>
/// <remarks>This type is thread-safe and registered as a singleton.</remarks>
public sealed class PaymentTransportFactory
{
    private readonly IHttpClientFactory _clients;
    private readonly TimeProvider _time;

    internal PaymentTransportFactory(IHttpClientFactory clients, TimeProvider time)
    {
        _clients = clients;
        _time = time;
    }

    /// <summary>Creates a transport for one configured gateway. Keep it as long as its configuration applies.</summary>
    /// <param name="options">The address and the settings.</param>
    /// <returns>The transport. It does not need to be disposed.</returns>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address without query, fragment and user; or a time or size is out of range.</exception>
    public PaymentTransport Create(PaymentTransportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var name = options.Gateway is { } gateway
            ? PaymentTransport.HttpClientNameOf(gateway)
            : PaymentTransport.HttpClientName;
        return new PaymentTransport(_clients.CreateClient(name), options, _time, isGuarded: true);
    }
}
