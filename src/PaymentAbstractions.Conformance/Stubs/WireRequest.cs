using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conformance;

/// <summary>A request as an adapter sent it.</summary>
/// <param name="Method">The HTTP method, for example <c>POST</c>.</param>
/// <param name="Path">The path and query relative to <see cref="StubProvider.BasePath"/>, without a leading slash.</param>
/// <param name="Headers">All headers, one per line as <c>name: value</c>, sorted by name.</param>
/// <param name="Body">The body; empty when there is none.</param>
/// <remarks>Contains what was sent, including secrets: use test credentials only.</remarks>
public sealed record WireRequest(string Method, string Path, string Headers, string Body)
{
    /// <summary>Creates a request from one that an emulator received.</summary>
    /// <param name="request">The request.</param>
    /// <param name="headers">The headers to keep, in this order; a missing header is kept with an empty value.</param>
    /// <returns>The request, with its path as it was sent.</returns>
    public static WireRequest Of(SandboxRequest request, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kept = headers.Select(name => $"{name}: {request.Headers.GetValueOrDefault(name)}");
        return new WireRequest(request.Method, request.Path, string.Join('\n', kept), request.Body);
    }

    /// <summary>
    /// The route that <see cref="StubProvider.On"/> matches; by default the method and the path without the query, for example <c>POST
    /// payments</c>.
    /// </summary>
    public string Route
    {
        get => field ?? $"{Method} {Path.Split('?')[0]}";
        init;
    }

    /// <summary>The unescaped query; empty when there is none.</summary>
    public string Query => Path.Split('?', 2) is [_, var query] ? Uri.UnescapeDataString(query) : "";
}
