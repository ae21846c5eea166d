using System.Buffers;

namespace PaymentAbstractions.Http;

/// <summary>Reads a response to its proven end.</summary>
internal static class ResponseReader
{
    private const int FirstChunk = 4096;

    /// <returns>The answer, or the fault that makes the response incomplete.</returns>
    public static async ValueTask<(TransportAnswer? Answer, TransportFault Fault)> ReadAsync(
        HttpResponseMessage response,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        var length = response.Content.Headers.ContentLength;
        if (length > maxBytes)
        {
            return (null, TransportFault.BodyTooLarge);
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (length is { } known && !HasNoBody(response))
            {
                var exact = new byte[known];
                var read = await stream
                    .ReadAtLeastAsync(exact, exact.Length, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
                return read == exact.Length
                    ? (Answer(response, exact), TransportFault.None)
                    : (null, TransportFault.TruncatedBody);
            }

            var body = await ReadToEndAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false);
            if (body is null)
            {
                return (null, TransportFault.BodyTooLarge);
            }

            // A body that ends with its connection cannot be distinguished from a truncated one.
            return response.Headers.TransferEncodingChunked == true || HasNoBody(response)
                ? (Answer(response, body), TransportFault.None)
                : (null, TransportFault.TruncatedBody);
        }
    }

    private static bool HasNoBody(HttpResponseMessage response) =>
        (int)response.StatusCode is 204 or 304 || response.RequestMessage?.Method == HttpMethod.Head;

    private static async ValueTask<byte[]?> ReadToEndAsync(
        Stream stream,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstChunk);
        var count = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
                if (read == 0)
                {
                    return buffer.AsSpan(0, count).ToArray();
                }

                if (count > maxBytes)
                {
                    return null;
                }

                if (count == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(count * 2);
                    buffer.AsSpan(0, count).CopyTo(larger);
                    Return(buffer, count);
                    buffer = larger;
                }
            }
        }
        finally
        {
            Return(buffer, count);
        }
    }

    private static void Return(byte[] buffer, int used)
    {
        // Bodies may contain card data, and pooled buffers are reused by other code.
        buffer.AsSpan(0, Math.Min(used, buffer.Length)).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static TransportAnswer Answer(HttpResponseMessage response, byte[] body)
    {
        var general = response.Headers.NonValidated;
        var content = response.Content.Headers.NonValidated;
        var headers = new KeyValuePair<string, string>[general.Count + content.Count];
        var index = 0;
        foreach (var header in general)
        {
            headers[index++] = new(header.Key, header.Value.ToString());
        }

        foreach (var header in content)
        {
            headers[index++] = new(header.Key, header.Value.ToString());
        }

        return new TransportAnswer((int)response.StatusCode, headers, body);
    }
}
