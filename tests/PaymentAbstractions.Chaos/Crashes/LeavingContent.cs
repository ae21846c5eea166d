using System.Net;

namespace PaymentAbstractions.Chaos;

/// <summary>Reports when the last byte of a request has left the process.</summary>
internal sealed class LeavingContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action _onLeft;

    public LeavingContent(HttpContent inner, Action onLeft)
    {
        (_inner, _onLeft) = (inner, onLeft);
        foreach (var (name, values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        await _inner.CopyToAsync(stream, context, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _onLeft();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
