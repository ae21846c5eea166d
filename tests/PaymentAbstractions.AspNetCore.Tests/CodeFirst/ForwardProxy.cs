using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>A real proxy for plain HTTP, which records the requests that pass through it.</summary>
internal sealed class ForwardProxy : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private ForwardProxy(WebApplication application)
    {
        _application = application;
    }

    public ConcurrentQueue<string> Passed { get; } = [];

    public HttpMessageHandler NewHandler() =>
        new SocketsHttpHandler { Proxy = new WebProxy(new Uri(_application.Urls.Single())), UseProxy = true };

    public static async Task<ForwardProxy> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var proxy = new ForwardProxy(application);
        application.Run(proxy.ForwardAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var address = new Uri(context.Request.GetEncodedUrl());
        Passed.Enqueue(address.Authority);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        if (content.Length > 0)
        {
            request.Content = new ByteArrayContent(content.ToArray());
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        using var response = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in response.Headers.Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync());
    }
}
