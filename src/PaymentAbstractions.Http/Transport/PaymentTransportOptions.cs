namespace PaymentAbstractions.Http;

/// <summary>The address and the settings of a <see cref="PaymentTransport"/>.</summary>
/// <remarks>The options are read once, when the transport is created. <c>ToString</c> shows no header values.</remarks>
public sealed class PaymentTransportOptions
{
    /// <summary>The absolute http or https address of the API. A path prefix is kept, with or without a trailing slash.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The time limit of a whole exchange, including the body of the response.</summary>
    /// <value>The default is 150 seconds, because gateways behind a provider may take up to 120 seconds to respond.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>
    /// The time limit until the content of the request is read: it includes waiting for a pooled connection, DNS, connecting and TLS.
    /// </summary>
    /// <value>The default is 30 seconds. When it passes, the exchange is <see cref="TransportEvidence.NotSent"/>.</value>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The maximum size of a response body, in bytes.</summary>
    /// <value>The default is 4 MiB.</value>
    public long MaxResponseBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Headers of every request, for example the API key.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    /// <summary>
    /// The configured name of the gateway. The transport uses the client of that gateway, <see cref="PaymentTransport.HttpClientNameOf"/>, and its metrics carry
    /// the name as <c>payment.gateway</c>.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the client <see cref="PaymentTransport.HttpClientName"/>.</value>
    public string? Gateway { get; init; }

    internal static void ThrowIfInvalid(PaymentTransportOptions options)
    {
        if (options.Headers is null)
        {
            throw new ArgumentException("Headers must not be null.", nameof(options));
        }

        // No timer can wait longer.
        var longest = TimeSpan.FromDays(1);
        if (
            options.Deadline <= TimeSpan.Zero
            || options.Deadline > longest
            || options.SendTimeout <= TimeSpan.Zero
            || options.SendTimeout > longest
        )
        {
            throw new ArgumentException(
                "Deadline and SendTimeout must be longer than zero and at most one day.",
                nameof(options)
            );
        }

        if (options.MaxResponseBytes <= 0 || options.MaxResponseBytes > Array.MaxLength / 2)
        {
            throw new ArgumentException("MaxResponseBytes must be between 1 byte and 1 GiB.", nameof(options));
        }
    }
}
