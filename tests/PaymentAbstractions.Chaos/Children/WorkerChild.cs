using System.Globalization;
using System.Text.Json;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>The orchestrator's view of one life of the checkout.</summary>
internal sealed class WorkerChild : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ChildProcess _process;
    private readonly AnswerLog _answers;
    private volatile bool _isDriven;
    private volatile bool _isDying;

    private WorkerChild(AnswerLog answers, IEnumerable<(string, string)> arguments)
    {
        _answers = answers;
        _process = ChildProcess.Start("worker", arguments, Hear);
    }

    /// <summary>Whether all orders of the worker are complete.</summary>
    public bool IsDriven => _isDriven;

    /// <summary>Whether the worker reported that it ends itself at the requested step.</summary>
    public bool IsDying => _isDying;

    public bool HasExited => _process.HasExited;

    public IReadOnlyList<string> Errors => _process.Errors;

    public static WorkerChild Start(SandboxChild sandbox, AnswerLog answers, IEnumerable<(string, string)> arguments) =>
        new(answers, [("rebilly", sandbox.Rebilly), ("terminal", sandbox.Terminal), .. arguments]);

    public async Task WhenReadyAsync(TimeSpan limit)
    {
        var end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        while (!_ready.Task.IsCompleted)
        {
            if (_process.HasExited || Environment.TickCount64 > end)
            {
                throw new IOException("The worker did not become ready.");
            }

            await Task.WhenAny(_ready.Task, Task.Delay(Glance));
        }
    }

    public Task ArmAsync(CrashStep step, int skip) =>
        SendAsync(string.Create(CultureInfo.InvariantCulture, $"arm {step} {skip}"), Limit);

    public Task AdvanceAsync(TimeSpan by) => SendAsync($"advance {(int)by.TotalSeconds}", Limit);

    public Task RecoverAsync(TimeSpan limit) => SendAsync("recover", limit);

    public Task DriveAsync(int from, int to) =>
        SendAsync(string.Create(CultureInfo.InvariantCulture, $"drive {from} {to}"), Limit);

    /// <summary>Requests the orders in these lines of <see cref="UnresolvedAsync"/> again.</summary>
    public Task RepeatAsync(IEnumerable<string> unresolved, TimeSpan limit) =>
        SendAsync(
            $"repeat {string.Join(' ', unresolved.Select(line => line[1..6]).Distinct(StringComparer.Ordinal))}",
            limit
        );

    public Task CloseAsync(OrderKey key) => SendAsync($"close {key}", Limit);

    public Task<IReadOnlyList<string>> WaitingAsync() => SendAsync("waiting", Limit);

    /// <summary>Reads the worker's journal entries of the orders.</summary>
    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync(int orders) =>
        [
            .. (await SendAsync(string.Create(CultureInfo.InvariantCulture, $"entries {orders}"), Limit)).Select(line =>
                JsonSerializer.Deserialize<JournalEntry>(line)!
            ),
        ];

    /// <returns>The keys of the entries that the worker's journal has yet to publish.</returns>
    public Task<IReadOnlyList<string>> UnpublishedAsync() => SendAsync("unpublished", Limit);

    public Task<IReadOnlyList<string>> UnresolvedAsync() => SendAsync("unresolved", Limit);

    /// <summary>Waits until the given number of orders or all of them are complete, or the process has exited.</summary>
    public async Task WhenDoneAsync(int orders, TimeSpan limit, CancellationToken cancellationToken)
    {
        var end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        while (_answers.Done < orders && !_isDriven && !_process.HasExited && Environment.TickCount64 < end)
        {
            await Task.Delay(Glance, cancellationToken);
        }

        if (_process.HasExited)
        {
            throw new IOException("The worker died.");
        }
    }

    /// <returns>Whether the worker ended itself at the step in time.</returns>
    public async Task<bool> DieAtAsync(CrashStep step, TimeSpan limit)
    {
        try
        {
            await ArmAsync(step, 0);
        }
        catch (IOException)
        {
            // The worker may exit before it can report that it will.
        }

        return await _process.WaitForExitAsync(limit) && _isDying;
    }

    public Task KillAsync() => _process.KillAsync();

    public Task<bool> StopAsync(TimeSpan limit) => _process.StopAsync(limit);

    public void Dispose() => _process.Dispose();

    private Task<IReadOnlyList<string>> SendAsync(string command, TimeSpan limit) => _process.SendAsync(command, limit);

    private void Hear(string text)
    {
        if (text == "ready")
        {
            _ready.TrySetResult();
        }
        else if (text == "driven")
        {
            _isDriven = true;
        }
        else if (text.StartsWith("dying ", StringComparison.Ordinal))
        {
            _isDying = true;
        }
        else
        {
            _answers.Add(text);
        }
    }
}
