namespace PaymentAbstractions.Http;

/// <summary>Where and how a <see cref="PaymentTransport"/> sends.</summary>
/// <remarks>Read once, when the transport is created. Prints no header value.</remarks>
public sealed class PaymentTransportOptions
{
    /// <summary>The absolute http or https address of the API; a path prefix is kept, with or without a trailing slash.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The time for a whole exchange, the response's body included.</summary>
    /// <value>Default 150 seconds: gateways behind a provider may take up to 120 seconds to answer it.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>
    /// The time until the request's content is asked for its bytes: waiting for a pooled connection, DNS, connecting, TLS.
    /// </summary>
    /// <value>Default 30 seconds. When it passes, the exchange is <see cref="TransportEvidence.NotSent"/>.</value>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest response body that is read, in bytes.</summary>
    /// <value>Default 4 MiB.</value>
    public long MaxResponseBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Headers of every request, for example the API key.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    /// <summary>The configured name of the gateway, which the transport's metrics carry as <c>payment.gateway</c>.</summary>
    /// <value>The default is an empty list.</value>
    public string? Gateway { get; init; }

    internal static void ThrowIfInvalid(PaymentTransportOptions options)
    {
        if (options.Headers is null)
        {
            throw new ArgumentException("Headers must not be null.", nameof(options));
        }

        // Longer than any timer can wait.
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
