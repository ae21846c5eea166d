using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions;

/// <summary>Reads a body that may be endless or never end.</summary>
internal static class BoundedBody
{
    /// <returns>The body, or the status to answer with: 408 when it was too slow, 413 when it was too large, 400 when it broke off.</returns>
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
            // The server has limits of its own: its size, and the least rate at which a body must arrive.
            return (default, exception.StatusCode);
        }
        catch (IOException)
        {
            return (default, StatusCodes.Status400BadRequest);
        }
    }
}
