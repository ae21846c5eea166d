using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace PaymentAbstractions.Chaos;

/// <summary>The orchestrator's end of the protocol: a process of this program in another role.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly ConcurrentDictionary<int, Process> Running = new();
    private readonly Process _process;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Action<string> _onEvent;
    private readonly Task _reading;
    private readonly List<string> _data = [];
    private readonly List<string> _errors = [];
    private TaskCompletionSource<string> _result = New();

    private ChildProcess(Process process, Action<string> onEvent)
    {
        _process = process;
        _onEvent = onEvent;
        _reading = Task.WhenAll(ReadAsync(), ReadErrorsAsync());
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines that the child wrote to standard error.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return [.. _errors];
            }
        }
    }

    public static ChildProcess Start(
        string role,
        IEnumerable<(string Name, string Value)> arguments,
        Action<string> onEvent
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        start.ArgumentList.Add(role);
        foreach (var (name, value) in arguments)
        {
            start.ArgumentList.Add($"--{name}");
            start.ArgumentList.Add(value);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"The {role} did not start.");
        Running[process.Id] = process;
        return new ChildProcess(process, onEvent);
    }

    /// <summary>Ends all children, so that none outlives this process.</summary>
    public static void KillAll()
    {
        foreach (var process in Running.Values)
        {
            KillQuietly(process);
        }
    }

    /// <summary>Sends a command and waits for its result.</summary>
    /// <exception cref="IOException">The child exited, did not answer in time, or reported that the command failed.</exception>
    public async Task<IReadOnlyList<string>> SendAsync(string command, TimeSpan timeout)
    {
        await _one.WaitAsync();
        try
        {
            _data.Clear();
            _result = New();
            if (_reading.IsCompleted)
            {
                throw new IOException($"The child is dead; '{command}' was not sent.");
            }

            await _process.StandardInput.WriteLineAsync(command);
            await _process.StandardInput.FlushAsync();
            var result = await _result.Task.WaitAsync(timeout);
            return result == "ok" ? [.. _data] : throw new IOException($"'{command}' {result}");
        }
        catch (TimeoutException)
        {
            throw new IOException($"'{command}' had no answer for {timeout.TotalSeconds:F0} s.");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Asks the child to exit.</summary>
    /// <returns>Whether it exited in time and without a failure.</returns>
    public async Task<bool> StopAsync(TimeSpan timeout)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync("stop");
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The child has exited already.
        }

        return await WaitForExitAsync(timeout) && _process.ExitCode == 0;
    }

    /// <summary>Ends the child by kill -9; everything that it wrote before is read.</summary>
    public async Task KillAsync()
    {
        KillQuietly(_process);
        _ = await WaitForExitAsync(TimeSpan.FromSeconds(10));
    }

    public async Task<bool> WaitForExitAsync(TimeSpan timeout)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(timeout);
            await _reading.WaitAsync(TimeSpan.FromSeconds(5));
            return true;
        }
        catch (TimeoutException)
        {
            return _process.HasExited;
        }
    }

    public void Dispose()
    {
        KillQuietly(_process);
        Running.TryRemove(_process.Id, out _);
        _process.Dispose();
        _one.Dispose();
    }

    private static TaskCompletionSource<string> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void KillQuietly(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // The child has exited already.
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Length < 2 || !line.EndsWith(ChildConsole.EndMark, StringComparison.Ordinal))
            {
                continue;
            }

            var text = line[2..^ChildConsole.EndMark.Length];
            switch (line[0])
            {
                case '!':
                    _onEvent(text);
                    break;
                case '.':
                    _data.Add(text);
                    break;
                default:
                    _result.TrySetResult(text);
                    break;
            }
        }

        _result.TrySetResult("was not answered: the child died.");
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errors)
            {
                _errors.Add(line);
                if (_errors.Count > 40)
                {
                    _errors.RemoveAt(0);
                }
            }
        }
    }
}
