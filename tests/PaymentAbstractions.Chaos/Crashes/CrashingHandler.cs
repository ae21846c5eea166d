namespace PaymentAbstractions.Chaos;

/// <summary>Ends the process around the write that moves money: before it, after it was sent, or when its answer has arrived.</summary>
internal sealed class CrashingHandler(CrashPoint crash, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!MovesMoney(request))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        crash.Pass(CrashStep.BeforeWrite);
        if (crash.IsArmed(CrashStep.RequestLeft))
        {
            request.Content = new LeavingContent(request.Content!, () => crash.Pass(CrashStep.RequestLeft));
        }

        var response = await base.SendAsync(request, cancellationToken);
        crash.Pass(CrashStep.AnswerArrived);
        return response;
    }

    private static bool MovesMoney(HttpRequestMessage request) =>
        request is { Method.Method: "POST", Content: not null }
        && (
            request.RequestUri!.AbsolutePath.Contains("transaction", StringComparison.OrdinalIgnoreCase)
            || request.RequestUri.AbsolutePath.EndsWith("/payouts", StringComparison.Ordinal)
        )
        && !request.RequestUri.AbsolutePath.EndsWith("/query", StringComparison.Ordinal);
}
