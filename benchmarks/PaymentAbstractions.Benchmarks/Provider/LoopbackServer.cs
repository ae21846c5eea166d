using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>The provider as a process of its own: prints its address, serves until its standard input ends.</summary>
internal static class LoopbackServer
{
    /// <summary>The argument that starts it.</summary>
    public const string Command = "serve";

    /// <summary>The address that reports what the server received so far.</summary>
    public const string TallyPath = "tally";

    public static async Task RunAsync()
    {
        var book = new ProviderBook();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.Run(context =>
            context.Request.Path == "/" + TallyPath
                ? context.Response.WriteAsync(book.Counted.ToString())
                : AnswerAsync(context, book)
        );
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext context, ProviderBook book)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * TransactionAnswer.MaxLength);
        try
        {
            var answer = buffer.AsMemory(TransactionAnswer.MaxLength);
            var request = buffer.AsMemory(0, (int)context.Request.ContentLength!.Value);
            await context.Request.Body.ReadExactlyAsync(request);
            var length = book.Answer(request.Span, answer.Span);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(answer[..length]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
