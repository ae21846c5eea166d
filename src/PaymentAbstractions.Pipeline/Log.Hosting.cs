using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Startup, configuration files, circuits and the state of the journal.
internal static partial class Log
{
    [LoggerMessage(
        EventId = 38,
        EventName = "Started",
        Level = LogLevel.Information,
        Message = "Payments are ready. Gateways: {Gateways}; the default is {Default}. Journal: {Journal}."
    )]
    public static partial void Started(ILogger logger, string gateways, string @default, string journal);

    [LoggerMessage(
        EventId = 39,
        EventName = "JournalOpens",
        Level = LogLevel.Information,
        Message = "Opening the journal ({Journal}). No payment is sent until it is open."
    )]
    public static partial void JournalOpens(ILogger logger, string journal);

    [LoggerMessage(
        EventId = 41,
        EventName = "CircuitHalfOpened",
        Level = LogLevel.Information,
        Message = "The circuit of the gateway {Gateway} is half-open; the next payment tests whether the gateway answers."
    )]
    public static partial void CircuitHalfOpened(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 42,
        EventName = "CircuitClosed",
        Level = LogLevel.Information,
        Message = "The circuit of the gateway {Gateway} is closed, because the gateway answers again."
    )]
    public static partial void CircuitClosed(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 43,
        EventName = "ConfigurationFileNotRead",
        Level = LogLevel.Error,
        Message = "The payment configuration stays unchanged. {Problem}"
    )]
    public static partial void ConfigurationFileNotRead(ILogger logger, Exception exception, string problem);

    [LoggerMessage(
        EventId = 44,
        EventName = "JournalStopped",
        Level = LogLevel.Error,
        Message = "The journal cannot record payments ({Kind}), so nothing is sent until it can. {Problem}"
    )]
    public static partial void JournalStopped(ILogger logger, JournalFailureKind? kind, string? problem);

    [LoggerMessage(
        EventId = 45,
        EventName = "JournalGoesOn",
        Level = LogLevel.Information,
        Message = "The journal can record payments again, and payments are sent."
    )]
    public static partial void JournalGoesOn(ILogger logger);

    [LoggerMessage(
        EventId = 1,
        EventName = "Reloaded",
        Level = LogLevel.Information,
        Message = "The payment configuration was reloaded; the default gateway is {Gateway}."
    )]
    public static partial void Reloaded(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 2,
        EventName = "ReloadRefused",
        Level = LogLevel.Error,
        Message = "The payment configuration was not reloaded; the last valid one stays in use. {Problems}"
    )]
    public static partial void ReloadRefused(ILogger logger, Exception exception, string problems);

    [LoggerMessage(
        EventId = 22,
        EventName = "AdapterNotCreated",
        Level = LogLevel.Error,
        Message = "The adapter of the gateway {Gateway} could not be created."
    )]
    public static partial void AdapterNotCreated(ILogger logger, Exception exception, string gateway);

    [LoggerMessage(
        EventId = 27,
        EventName = "JournalStays",
        Level = LogLevel.Warning,
        Message = "{Path} has changed since the application started. The open journal stays in use; restart the application to use the new one."
    )]
    public static partial void JournalStays(ILogger logger, string path);
}
