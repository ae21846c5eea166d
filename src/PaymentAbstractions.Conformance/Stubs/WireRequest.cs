using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conformance;

/// <summary>A request as an adapter put it on the wire.</summary>
/// <param name="Method">The HTTP method, for example <c>POST</c>.</param>
/// <param name="Path">The path with its query below <see cref="StubProvider.BasePath"/>, without a slash at its start.</param>
/// <param name="Headers">All headers, one a line as <c>name: value</c>, sorted by name.</param>
/// <param name="Body">The body; empty without one.</param>
/// <remarks>Holds what was sent, secrets included: use test credentials only.</remarks>
public sealed record WireRequest(string Method, string Path, string Headers, string Body)
{
    /// <summary>A request as an emulator got it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="headers">The headers to keep, in their order; one that is missing is kept empty.</param>
    /// <returns>The request, its path as it was sent.</returns>
    public static WireRequest Of(SandboxRequest request, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kept = headers.Select(name => $"{name}: {request.Headers.GetValueOrDefault(name)}");
        return new WireRequest(request.Method, request.Path, string.Join('\n', kept), request.Body);
    }

    /// <summary>What <see cref="StubProvider.On"/> matches; default the method and the path without query, as in <c>POST payments</c>.</summary>
    public string Route
    {
        get => field ?? $"{Method} {Path.Split('?')[0]}";
        init;
    }

    /// <summary>The query, unescaped; empty without one.</summary>
    public string Query => Path.Split('?', 2) is [_, var query] ? Uri.UnescapeDataString(query) : "";
}
