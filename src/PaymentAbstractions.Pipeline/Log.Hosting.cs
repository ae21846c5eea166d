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
        Message = "The break of the gateway {Gateway} is over; the next payment tries it."
    )]
    public static partial void CircuitHalfOpened(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 42,
        EventName = "CircuitClosed",
        Level = LogLevel.Information,
        Message = "The gateway {Gateway} answers again; payments are sent to it."
    )]
    public static partial void CircuitClosed(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 43,
        EventName = "ConfigurationFileNotRead",
        Level = LogLevel.Error,
        Message = "The payment configuration stays as it is. {Problem}"
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
        Message = "The journal records payments again; they are sent."
    )]
    public static partial void JournalGoesOn(ILogger logger);

    [LoggerMessage(
        EventId = 1,
        EventName = "Reloaded",
        Level = LogLevel.Information,
        Message = "Payment configuration reloaded; the default gateway is {Gateway}."
    )]
    public static partial void Reloaded(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 2,
        EventName = "ReloadRefused",
        Level = LogLevel.Error,
        Message = "Payment configuration not reloaded, the last good one stays in use. {Problems}"
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
        Message = "{Path} has changed since the start. The journal that is open is used on; restart the application to use another."
    )]
    public static partial void JournalStays(ILogger logger, string path);
}
