namespace PaymentAbstractions.Conformance;

/// <summary>A request as an adapter put it on the wire.</summary>
/// <param name="Method">The HTTP method, for example <c>POST</c>.</param>
/// <param name="Path">The path with its query below <see cref="StubProvider.BasePath"/>, without a slash at its start.</param>
/// <param name="Headers">All headers, one a line as <c>name: value</c>, sorted by name.</param>
/// <param name="Body">The body; empty without one.</param>
/// <remarks>Holds what was sent, secrets included: use test credentials only.</remarks>
public sealed record WireRequest(string Method, string Path, string Headers, string Body)
{
    /// <summary>What <see cref="StubProvider.On"/> matches; default the method and the path without query, as in <c>POST payments</c>.</summary>
    public string Route
    {
        get => field ?? $"{Method} {Path.Split('?')[0]}";
        init;
    }

    /// <summary>The query, unescaped; empty without one.</summary>
    public string Query => Path.Split('?', 2) is [_, var query] ? Uri.UnescapeDataString(query) : "";
}
