using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.Sandbox;

/// <summary>One request and its answer, with the fault that applies to it.</summary>
internal sealed class SandboxExchange(ProviderSandbox sandbox)
{
    private readonly InFlight _inFlight = new();
    private readonly EmulatorCode _emulator = new(sandbox);

    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        await _inFlight.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
        ThrowFailure();
    }

    public void ThrowFailure() => _emulator.ThrowFailure();

    public async Task RunAsync(HttpContext context, CancellationToken stopping)
    {
        _inFlight.Enter();
        try
        {
            await AnswerAsync(context, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (IOException)
        {
            // The client disconnected while it was being answered.
            context.Abort();
        }
        finally
        {
            _inFlight.Leave();
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        var request = await RequestReader.ReadAsync(context, sandbox.Clock.GetUtcNow()).ConfigureAwait(false);
        if (request is { Method: "GET", Path: SandboxPage.Path })
        {
            await ResponseWriter.SendAsync(context, _emulator.Run(() => SandboxPage.Of(sandbox))).ConfigureAwait(false);
            return;
        }

        sandbox.Traffic.Record(request);
        if (!request.IsBodyComplete)
        {
            context.Abort();
            return;
        }

        var fault = _emulator.Run(() => sandbox.Faults.TakeFor(request));
        if (fault is not null)
        {
            sandbox.Traffic.Meet(request, fault);
        }

        if (fault is { Kind: SandboxFaultKind.Delay })
        {
            await Task.Delay(fault.Time, TimeProvider.System, stopping).ConfigureAwait(false);
        }
        else if (fault is { Kind: SandboxFaultKind.Hold })
        {
            await fault.Held!.Task.WaitAsync(stopping).ConfigureAwait(false);
        }

        var response = fault is null || fault.Processes ? _emulator.Run(() => sandbox.Run(request)) : null;
        if (fault is null)
        {
            await SendAsync(context, request, response!).ConfigureAwait(false);
            return;
        }

        if (fault.Echo is null)
        {
            sandbox.Faults.CountShown();
        }

        var answer = await new FaultedAnswer(sandbox, _emulator)
            .ApplyAsync(context, fault, request, response, stopping)
            .ConfigureAwait(false);
        if (fault.Echo is not null && !ReferenceEquals(answer, response))
        {
            sandbox.Faults.CountShown();
        }

        if (answer is not null)
        {
            await SendAsync(context, request, answer).ConfigureAwait(false);
        }
    }

    private Task SendAsync(HttpContext context, SandboxRequest request, SandboxResponse response)
    {
        sandbox.Traffic.Answer(request, response.Status);
        return ResponseWriter.SendAsync(context, response);
    }
}
