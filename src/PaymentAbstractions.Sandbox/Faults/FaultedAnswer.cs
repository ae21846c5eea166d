using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.Sandbox;

/// <summary>Changes a correct answer into the one that the client receives under a fault.</summary>
internal sealed class FaultedAnswer(ProviderSandbox sandbox, EmulatorCode emulator)
{
    private const string ErrorPage = "<html><body><h1>Sorry, something went wrong</h1></body></html>";
    private const string OtherPage = "<html><body><h1>Welcome</h1></body></html>";

    /// <summary>Returns the answer to send; null when the fault has handled the connection itself.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">The correct answer; null when the fault prevents processing.</param>
    /// <param name="stopping">Ends waiting faults when the sandbox stops.</param>
    public async Task<SandboxResponse?> ApplyAsync(
        HttpContext context,
        SandboxFault fault,
        SandboxRequest request,
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
                sandbox.ClientClock.LetDeadlinesPass();
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
                return emulator.Run(() => Rewrite(fault, request, response));
        }
    }

    private SandboxResponse? Rewrite(SandboxFault fault, SandboxRequest request, SandboxResponse? response) =>
        fault.Kind switch
        {
            SandboxFaultKind.EmptyBody => response! with { Body = default },
            SandboxFaultKind.WrongContentType => response! with { ContentType = "text/plain" },
            _ when fault.Echo is { } echo => sandbox.Falsify(response!, echo, request),
            SandboxFaultKind.EmptyError => new() { Status = fault.Status, Body = "{}"u8.ToArray() },
            SandboxFaultKind.Html => SandboxResponse.Html(fault.Status, fault.Status == 200 ? OtherPage : ErrorPage),
            SandboxFaultKind.Problem => sandbox.Problem(fault.Status, DetailOf(fault.Status)),
            SandboxFaultKind.TooManyRequests => sandbox.TooManyRequests(fault.Time),
            SandboxFaultKind.Redirect => new SandboxResponse { Status = 307 }.WithHeader(
                "Location",
                fault.Location!.ToString()
            ),
            _ => response,
        };

    private static string DetailOf(int status) =>
        status switch
        {
            401 => "Invalid credentials.",
            403 => "Access forbidden.",
            404 => "Resource not found.",
            409 => "The request conflicts with the state of the resource.",
            503 => "Service unavailable.",
            _ => "Internal error.",
        };
}
