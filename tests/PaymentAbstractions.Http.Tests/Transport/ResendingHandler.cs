using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>A retry handler that applications may add to their clients.</summary>
[SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "Theory data.")]
public sealed class ResendingHandler(ResendingHandler.Kind kind) : DelegatingHandler
{
    public enum Kind
    {
        SameMessage,
        BufferedContent,
        Clone,
        CloneWithoutOptions,
        Always,
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (kind == Kind.BufferedContent)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
        }

        try
        {
            using var response = await base.SendAsync(
                await CopyAsync(request, withOptions: true, cancellationToken),
                cancellationToken
            );
            if (response.IsSuccessStatusCode && kind != Kind.Always)
            {
                return new HttpResponseMessage(response.StatusCode);
            }
        }
        catch (HttpRequestException)
        {
            // The request is sent again below.
        }

        var again = await CopyAsync(request, kind != Kind.CloneWithoutOptions, cancellationToken);
        return await base.SendAsync(again, cancellationToken);
    }

    private async Task<HttpRequestMessage> CopyAsync(
        HttpRequestMessage request,
        bool withOptions,
        CancellationToken cancellationToken
    )
    {
        if (kind is not (Kind.Clone or Kind.CloneWithoutOptions))
        {
            return request;
        }

        var clone = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
        };
        foreach (var (key, value) in request.Options)
        {
            if (withOptions)
            {
                ((IDictionary<string, object?>)clone.Options)[key] = value;
            }
        }

        return clone;
    }
}
