using System.Buffers;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>The providers as a process of their own: prints its address, serves until its standard input ends.</summary>
/// <param name="delay">How long every payment takes.</param>
internal sealed class LoopbackServer(TimeSpan delay)
{
    /// <summary>The argument that starts it; the delay in milliseconds follows.</summary>
    public const string Command = "serve";

    /// <summary>The address that reports what the server received so far.</summary>
    public const string TallyPath = "tally";

    private readonly ProviderBook _book = new(keepsSales: true);

    public static async Task RunAsync(string milliseconds)
    {
        var delay = TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture));
        var server = new LoopbackServer(delay);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/" + TallyPath)
        {
            await context.Response.WriteAsync(_book.Counted.ToString());
            return;
        }

        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay);
        }

        var received = (int)(context.Request.ContentLength ?? 0);
        var buffer = ArrayPool<byte>.Shared.Rent(received + (2 * _book.MaxAnswer));
        try
        {
            var request = buffer.AsMemory(0, received);
            var answer = buffer.AsMemory(received);
            await context.Request.Body.ReadExactlyAsync(request);
            var length = Answer(context, request.Span, answer.Span);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(answer[..length]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int Answer(HttpContext context, ReadOnlySpan<byte> request, Span<byte> answer)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/v1/", StringComparison.Ordinal))
        {
            var template = path == "/v1/refunds" ? AnswerTemplate.StripeRefund : AnswerTemplate.PaymentIntent;
            return _book.Stripe(template, context.Request.Headers["Idempotency-Key"]!, request, answer);
        }

        if (HttpMethods.IsGet(context.Request.Method) && TransactionIds.TryRead(path, out var read))
        {
            return _book.Read(read, answer);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        return TransactionIds.TryRead(path, out var original)
            ? _book.Refund(original, request, answer)
            : _book.Sale(request, answer);
    }
}
