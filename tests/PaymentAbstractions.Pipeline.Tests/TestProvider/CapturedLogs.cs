using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Pipeline.Tests;

internal sealed class CapturedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> _entries = new();

    private readonly ConcurrentQueue<Exception> _exceptions = new();

    /// <summary>Called for each message and each question whether it is wanted; its exceptions are those of the provider.</summary>
    public Action OnCall { get; set; } = static () => { };

    public IReadOnlyList<Exception> Exceptions => [.. _exceptions];

    public IEnumerable<string> Of(LogLevel level) =>
        _entries.Where(entry => entry.Level == level).Select(entry => entry.Message);

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        OnCall();
        _entries.Enqueue((logLevel, formatter(state, exception)));
        if (exception is not null)
        {
            _exceptions.Enqueue(exception);
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        OnCall();
        return true;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
