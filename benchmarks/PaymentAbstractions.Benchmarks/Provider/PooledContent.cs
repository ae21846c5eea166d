using System.Buffers;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>An answer in a rented buffer, so that the provider in memory allocates next to nothing.</summary>
/// <param name="buffer">The buffer, which is returned when the answer is disposed.</param>
/// <param name="length">How much of it is the answer.</param>
internal sealed class PooledContent(byte[] buffer, int length) : ByteArrayContent(buffer, 0, length)
{
    private byte[]? _buffer = buffer;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Interlocked.Exchange(ref _buffer, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
