using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions;

/// <summary>Reads a request body within limits of size and time.</summary>
internal static class BoundedBody
{
    /// <returns>The body, or the status to answer with: 408 when too slow, 413 when too large, 400 when it ended early.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, int? Refused)> ReadAsync(
        HttpContext context,
        PaymentEndpointOptions options,
        TimeProvider time
    )
    {
        if (context.Request.ContentLength > options.MaxBodyBytes)
        {
            return (default, StatusCodes.Status413PayloadTooLarge);
        }

        using var slow = new CancellationTokenSource(options.BodyTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, context.RequestAborted);
        using var body = new MemoryStream();
        var part = new byte[4096];
        try
        {
            int read;
            while ((read = await context.Request.Body.ReadAsync(part, stop.Token).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > options.MaxBodyBytes)
                {
                    return (default, StatusCodes.Status413PayloadTooLarge);
                }

                await body.WriteAsync(part.AsMemory(0, read), stop.Token).ConfigureAwait(false);
            }

            return (body.ToArray(), null);
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested)
        {
            return (default, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException exception)
        {
            // The server also enforces its own limits on the size and the minimum data rate of a body.
            return (default, exception.StatusCode);
        }
        catch (IOException)
        {
            return (default, StatusCodes.Status400BadRequest);
        }
    }
}
