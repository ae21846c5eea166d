namespace PaymentAbstractions.Chaos;

/// <summary>
/// The child's end of the line protocol. Commands are read from standard input. The child writes <c>. data</c> and
/// <c>= result</c> for each command, and <c>! event</c> at any time. A line that a crash cut off does not end in the mark and is
/// ignored.
/// </summary>
internal sealed class ChildConsole
{
    public const string EndMark = " ;";
    private readonly Lock _gate = new();
    private readonly Stream _output = Console.OpenStandardOutput();

    public void Event(string text) => Write('!', text);

    /// <summary>Runs until the command <c>stop</c> arrives or the parent has exited.</summary>
    public async Task ServeAsync(Func<string[], Task<IReadOnlyList<string>>> answer)
    {
        while (await Console.In.ReadLineAsync() is { } line && line != "stop")
        {
            try
            {
                foreach (var data in await answer(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                {
                    Write('.', data);
                }

                Write('=', "ok");
            }
#pragma warning disable CA1031 // Reported to the orchestrator, which counts it as a failure.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Write('=', $"failed {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    private void Write(char kind, string text)
    {
        // Unbuffered, so that the parent can read everything that was written before a kill -9.
        var bytes = System.Text.Encoding.UTF8.GetBytes($"{kind} {text}{EndMark}\n");
        lock (_gate)
        {
            _output.Write(bytes);
            _output.Flush();
        }
    }
}
