using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.Sandbox;

/// <summary>Turns the right answer into what the client gets to see under a fault.</summary>
internal sealed class FaultedAnswer(ISandboxApi api)
{
    private const string ErrorPage = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    private const string OtherPage = "<html><body><h1>Welcome</h1></body></html>";

    /// <summary>Returns the answer to send; null when the fault has dealt with the connection itself.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="response">The right answer; null when the fault does not process.</param>
    /// <param name="stopping">Ends waiting faults when the sandbox stops.</param>
    public async Task<SandboxResponse?> ApplyAsync(
        HttpContext context,
        SandboxFault fault,
        SandboxResponse? response,
        CancellationToken stopping
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        switch (fault.Kind)
        {
            case SandboxFaultKind.DelayAfterProcessing:
                await Task.Delay(fault.Time, TimeProvider.System, ending.Token).ConfigureAwait(false);
                return response;
            case SandboxFaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token).ConfigureAwait(false);
                return null;
            case SandboxFaultKind.Reset:
                WireCut.Reset(context);
                return null;
            case SandboxFaultKind.HalfStatusLine:
                await WireCut.HalfStatusLineAsync(context).ConfigureAwait(false);
                return null;
            case SandboxFaultKind.TruncatedBody:
                await WireCut.TruncateAsync(context, response!).ConfigureAwait(false);
                return null;
            default:
                return Rewrite(fault, response);
        }
    }

    private SandboxResponse? Rewrite(SandboxFault fault, SandboxResponse? response) =>
        fault.Kind switch
        {
            SandboxFaultKind.EmptyBody => response! with { Body = [] },
            SandboxFaultKind.WrongContentType => response! with { ContentType = "text/plain" },
            SandboxFaultKind.WrongAmount => api.Falsify(response!, SandboxEcho.Amount),
            SandboxFaultKind.WrongCurrency => api.Falsify(response!, SandboxEcho.Currency),
            SandboxFaultKind.WrongType => api.Falsify(response!, SandboxEcho.Type),
            SandboxFaultKind.WrongId => api.Falsify(response!, SandboxEcho.Id),
            SandboxFaultKind.ServerError => new() { Status = 500, Body = "{}"u8.ToArray() },
            SandboxFaultKind.BadGatewayHtml => SandboxResponse.Html(502, ErrorPage),
            SandboxFaultKind.OkHtml => SandboxResponse.Html(200, OtherPage),
            SandboxFaultKind.Conflict => api.Problem(409, "The request conflicts with the state of the resource."),
            SandboxFaultKind.TooManyRequests => api.TooManyRequests(fault.Time),
            SandboxFaultKind.Unauthorized => api.Problem(401, "Invalid credentials."),
            SandboxFaultKind.Forbidden => api.Problem(403, "Access forbidden."),
            SandboxFaultKind.NotFound => api.Problem(404, "Resource not found."),
            SandboxFaultKind.ServiceUnavailable => api.Problem(503, "Service unavailable."),
            SandboxFaultKind.Redirect => new SandboxResponse { Status = 307 }.WithHeader(
                "Location",
                fault.Location!.ToString()
            ),
            _ => response,
        };
}
