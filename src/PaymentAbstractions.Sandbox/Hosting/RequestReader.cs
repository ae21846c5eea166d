using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentAbstractions.Sandbox;

internal static class RequestReader
{
    public static async Task<SandboxRequest> ReadAsync(HttpContext context, DateTimeOffset now)
    {
        using var body = new MemoryStream();
        var complete = true;
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            complete = false;
        }

        return new()
        {
            Method = context.Request.Method.ToUpperInvariant(),
            Path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Headers = context.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            Body = Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length)),
            IsBodyComplete = complete,
            ReceivedAt = now,
        };
    }
}
