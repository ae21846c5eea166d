namespace PaymentAbstractions.Http;

/// <summary>Creates transports over the shared client.</summary>
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
    /// <exception cref="ArgumentException">
    /// The base address is not an absolute http or https address without query, fragment and user, or a time or size is out of range.
    /// </exception>
    public PaymentTransport Create(PaymentTransportOptions options) =>
        new(_clients.CreateClient(PaymentTransport.HttpClientName), options, _time, isGuarded: true);
}
