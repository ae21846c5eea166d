using System.IO.Pipelines;

namespace PaymentAbstractions.Sandbox;

/// <summary>Counts the bytes that arrive on a connection before they are processed.</summary>
internal sealed class MeteredPipeReader(PipeReader inner, SandboxTraffic traffic) : PipeReader
{
    private System.Buffers.ReadOnlySequence<byte> _buffer;
    private long _counted;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(cancellationToken).ConfigureAwait(false));

    public override bool TryRead(out ReadResult result)
    {
        var read = inner.TryRead(out result);
        if (read)
        {
            Count(result);
        }

        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _counted -= _buffer.Slice(_buffer.Start, consumed).Length;
        _buffer = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    // Bytes that were not consumed are returned again by the next read; only the rest is new.
    private ReadResult Count(ReadResult result)
    {
        _buffer = result.Buffer;
        if (_buffer.Length > _counted)
        {
            traffic.CountBytes(_buffer.Length - _counted);
            _counted = _buffer.Length;
        }

        return result;
    }
}
