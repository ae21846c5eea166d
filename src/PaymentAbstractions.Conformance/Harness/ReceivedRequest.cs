namespace PaymentAbstractions.Conformance;

/// <summary>One HTTP request that reached the provider, as it was received. Immutable and thread-safe.</summary>
/// <remarks>It contains the API key and card data as they were sent: use harnesses with test cards only.</remarks>
public sealed record ReceivedRequest
{
    /// <summary>The HTTP method in uppercase.</summary>
    public required string Method { get; init; }

    /// <summary>The path and query as they were sent.</summary>
    public required string Path { get; init; }

    /// <summary>The headers; names are case-insensitive, and multiple values are joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as text; empty when there was none.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it requests to move or hold money, processed or not.</summary>
    public required bool MovesMoney { get; init; }

    /// <summary>
    /// Whether it changes something at the provider: any request other than GET or HEAD, and any request that moves money.
    /// </summary>
    public bool ChangesSomething => MovesMoney || Method is not ("GET" or "HEAD");

    /// <summary>Returns only the method, because a path may contain a key.</summary>
    /// <returns>For example <c>POST</c>.</returns>
    public override string ToString() => Method;
}
