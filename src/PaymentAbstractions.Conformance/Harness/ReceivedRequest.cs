namespace PaymentAbstractions.Conformance;

/// <summary>One HTTP request that reached the provider, as it came over the wire. Immutable and thread-safe.</summary>
/// <remarks>It holds the API key and card data as they were sent: harnesses are for test cards.</remarks>
public sealed record ReceivedRequest
{
    /// <summary>The HTTP method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path with the query, as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>The headers; names ignore case, several values are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as text; empty when there was none.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it asks to move or hold money, processed or not.</summary>
    public required bool MovesMoney { get; init; }

    /// <summary>Whether it changes something at the provider: whatever is not GET or HEAD, and whatever moves money.</summary>
    public bool ChangesSomething => MovesMoney || Method is not ("GET" or "HEAD");

    /// <summary>Names the request by its method alone: a path may hold a key.</summary>
    /// <returns>For example <c>POST</c>.</returns>
    public override string ToString() => Method;
}
