using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaymentAbstractions;

/// <summary>
/// The logger of the pipeline. In an application without logging, it writes nothing. What a logging provider throws is dropped, because it
/// must not change what a payment returns or records.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PaymentsLog(ILoggerFactory? loggers = null) : ILogger
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("PaymentAbstractions");

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return _logger.IsEnabled(logLevel);
        }
#pragma warning disable CA1031 // The providers that did not throw still receive the message.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
        }
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        try
        {
            _logger.Log(logLevel, eventId, state, exception, formatter);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception) { }
#pragma warning restore CA1031
    }

    // The library opens no scopes.
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
