using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PaymentAbstractions;

/// <summary>Receives returning customers and passes the state of their payment to the shop.</summary>
internal sealed class ReturnEndpoint(
    GatewayDirectory gateways,
    IPaymentNotifications notifications,
    TimeProvider time,
    PaymentEndpointOptions options,
    Func<PaymentReturn, HttpContext, Task<IResult>> answer
)
{
    /// <summary>The route parameter for the key of the payment.</summary>
    public const string Key = "key";

    private const int MaxFields = 100;

    public async Task HandleAsync(HttpContext context)
    {
        // The URL may contain a token: do not send it to other pages as a referrer, and do not cache it.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        if (
            gateways.Owner(context.Request.RouteValues[WebhookEndpoint.Gateway] as string ?? "") is not { } gateway
            || !IdempotencyKey.TryParse(context.Request.RouteValues[Key] as string, out var key)
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (body, refused) = await BoundedBody.ReadAsync(context, options, time).ConfigureAwait(false);
        if (refused is { } status || FieldsOf(context.Request, body) is not { } fields)
        {
            context.Response.StatusCode = refused ?? StatusCodes.Status400BadRequest;
            return;
        }

        var result = await notifications
            .ReadReturnAsync(gateway.Name, key, context.RequestAborted)
            .ConfigureAwait(false);
        var shown = await answer(new PaymentReturn(gateway.Name, key, result, fields), context).ConfigureAwait(false);
        await shown.ExecuteAsync(context).ConfigureAwait(false);
    }

    private static Dictionary<string, string>? FieldsOf(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (request.HasFormContentType)
            {
                using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueCountLimit = MaxFields };
                Add(reader.ReadForm());
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        Add(request.Query);
        return fields.Count <= MaxFields ? fields : null;

        void Add(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs)
        {
            foreach (var (name, values) in pairs)
            {
                fields.TryAdd(name, values.FirstOrDefault() ?? "");
            }
        }
    }
}
