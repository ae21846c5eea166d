namespace PaymentAbstractions.Http;

/// <summary>One request to a provider. One instance is one attempt: build a new one to try again.</summary>
public sealed class TransportRequest
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the base address, with a query if there is one; escape what you put into it. Never printed.</summary>
    public required string Path { get; init; }

    /// <summary>The body as UTF-8 bytes, or <see langword="null"/> for none. The memory must stay unchanged until the exchange ends.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The media type of <see cref="Content"/>.</summary>
    /// <value>Default <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether the request changes something at the provider. A write is always sent with a content object, empty if need be.</summary>
    /// <remarks>Once its bytes were asked for, the caller's token no longer ends a write.</remarks>
    public bool IsWrite { get; init; }

    /// <summary>Asked once, immediately before the first byte of the content is written; <see langword="false"/> refuses, and nothing is sent.</summary>
    /// <remarks>
    /// Only asked when there is a content object: for every write, and for reads with <see cref="Content"/>. It runs on
    /// a thread of the pool and may block while something is made durable. What it throws reaches the caller of
    /// <see cref="PaymentTransport.SendAsync"/>, and nothing is sent.
    /// </remarks>
    public Func<bool>? BeginSend { get; init; }

    /// <summary>Headers of this request besides those of <see cref="PaymentTransportOptions.Headers"/>.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<TransportHeader> Headers { get; init; } = [];
}
