namespace PaymentAbstractions.Sandbox;

/// <summary>One HTTP request that reached a sandbox.</summary>
public sealed record SandboxRequest
{
    /// <summary>The HTTP method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path with the query, as it was sent: <c>/organizations/org_sandbox/transactions?limit=1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>A copy of the headers; names ignore case, several values are joined by a comma.</summary>
    /// <remarks>It holds the API key as it was sent.</remarks>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as text (UTF-8); empty when there was none.</summary>
    /// <remarks>It holds card data as it was sent: the sandbox is for test cards.</remarks>
    public required string Body { get; init; }

    /// <summary>Whether the whole body arrived; false when the client broke off.</summary>
    public required bool IsBodyComplete { get; init; }

    /// <summary>Whether the method is one that changes something: POST, PUT, PATCH or DELETE.</summary>
    public bool IsWrite => Method is "POST" or "PUT" or "PATCH" or "DELETE";

    /// <summary>Names the request by method and path, without headers and body, which can hold secrets.</summary>
    /// <returns>For example <c>POST /organizations/org_sandbox/transactions</c>.</returns>
    public override string ToString() => $"{Method} {Path}";
}
