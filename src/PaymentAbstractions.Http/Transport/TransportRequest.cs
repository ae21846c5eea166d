using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Http;

/// <summary>One request to a provider. One instance is one exchange: build a new one to try again.</summary>
public sealed class TransportRequest
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the base address, with a query if there is one; escape what you put into it. Never printed.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// A secret that is the first segment below the base address, before <see cref="Path"/>; it is escaped for you. It replaces a
    /// stand-in below everything that reports addresses, and only where nobody changed the address.
    /// </summary>
    /// <value>The default is an empty list.</value>
    public Secret? PathSecret { get; init; }

    /// <summary>
    /// The body as UTF-8 bytes, or <see langword="null"/> for none. The memory must stay unchanged until the exchange ends.
    /// </summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The media type of <see cref="Content"/>.</summary>
    /// <value>Default <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>What the request is for. A request that is no read is always sent with a content object, empty if need be.</summary>
    /// <value>Default <see cref="TransportPurpose.Payment"/>, which needs an <see cref="Attempt"/>.</value>
    public TransportPurpose Purpose { get; init; }

    /// <summary>
    /// The running attempt, for the write that moves money and for nothing else. Its gate opens immediately before the first byte;
    /// a second write of one attempt is not sent.
    /// </summary>
    /// <remarks>Once the first byte was asked for, neither the caller's leaving nor a token ends the exchange.</remarks>
    public RunningAttempt? Attempt { get; init; }

    /// <summary>Headers of this request besides those of <see cref="PaymentTransportOptions.Headers"/>.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    internal bool IsRead => Purpose == TransportPurpose.Read;

    internal void ThrowIfNotSendable()
    {
        if (!Enum.IsDefined(Purpose) || Headers is null || Path is null)
        {
            throw PaymentTransport.NotSendable("Purpose, Headers and Path must be given.");
        }

        if ((Attempt is not null) != (Purpose == TransportPurpose.Payment))
        {
            throw PaymentTransport.NotSendable(
                Attempt is null
                    ? "A request that may move money needs the running attempt; mark what moves none as Preparation or Read."
                    : "Only a request with the purpose Payment takes an attempt."
            );
        }
    }
}
