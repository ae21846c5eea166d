using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Http;

/// <summary>One request to a provider. One instance is for one exchange: create a new one to try again.</summary>
public sealed class TransportRequest
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>
    /// The path below the base address, with a query if there is one. The caller must escape its parts. It is never printed.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>
    /// A secret that is the first segment below the base address, before <see cref="Path"/>; it is escaped automatically. The guard inserts
    /// it instead of a placeholder, below all code that reports addresses, and only if the address was not changed.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Secret? PathSecret { get; init; }

    /// <summary>
    /// The body as UTF-8 bytes, or <see langword="null"/> for no body. The memory must not change until the exchange ends.
    /// </summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The media type of <see cref="Content"/>.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The purpose of the request. A request that is not a read always has a content object, which may be empty.</summary>
    /// <value>The default is <see cref="TransportPurpose.Payment"/>, which requires an <see cref="Attempt"/>.</value>
    public TransportPurpose Purpose { get; init; }

    /// <summary>
    /// The running attempt, only for the write that moves money. Its gate opens immediately before the first byte; a second write of one
    /// attempt is not sent.
    /// </summary>
    /// <remarks>After the first byte, neither a cancellation by the caller nor a token ends the exchange.</remarks>
    public RunningAttempt? Attempt { get; init; }

    /// <summary>Headers of this request, in addition to <see cref="PaymentTransportOptions.Headers"/>.</summary>
    /// <value>The default is an empty list.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];

    internal bool IsRead => Purpose == TransportPurpose.Read;

    internal void ThrowIfNotSendable()
    {
        if (!Enum.IsDefined(Purpose) || Method is null || Headers is null || Path is null)
        {
            throw PaymentTransport.NotSendable("Method, Purpose, Headers and Path must be given.");
        }

        if ((Attempt is not null) != (Purpose == TransportPurpose.Payment))
        {
            throw PaymentTransport.NotSendable(
                Attempt is null
                    ? "A request that may move money requires the running attempt; mark a request that moves none as Preparation or Read."
                    : "Only a request with the purpose Payment can have an attempt."
            );
        }
    }
}
