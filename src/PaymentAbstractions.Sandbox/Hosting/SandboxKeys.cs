namespace PaymentAbstractions.Sandbox;

/// <summary>The answers by idempotency key.</summary>
internal sealed class SandboxKeys
{
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the first answer for the key, or processes the request; null when the key was used with a different request.
    /// </summary>
    public SandboxResponse? Once(
        string key,
        TimeSpan window,
        DateTimeOffset now,
        SandboxRequest request,
        Func<SandboxResponse> process
    )
    {
        var asked = $"{request.Method} {request.Path} {request.Body}";
        if (_kept.TryGetValue(key, out var kept) && now - kept.At < window)
        {
            return kept.Asked == asked ? kept.Response : null;
        }

        var response = process();
        if (response.Status is < 400 or 402)
        {
            _kept[key] = new(asked, response, now);
        }

        return response;
    }

    private sealed record Kept(string Asked, SandboxResponse Response, DateTimeOffset At);
}
