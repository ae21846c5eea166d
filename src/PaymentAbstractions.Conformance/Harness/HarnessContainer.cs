using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Conformance;

/// <summary>Builds a container from configuration alone, as an application does.</summary>
internal static class HarnessContainer
{
    public static ServiceProvider Build<TProvider>(
        IReadOnlyDictionary<string, Dictionary<string, string?>> gateways,
        string? journalFolder,
        bool retriesLookups,
        TimeProvider clock,
        HarnessNetwork? network,
        Action<string>? log
    )
        where TProvider : PaymentProvider, new()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Payments:Default"] = gateways.Keys.First(),
            // Keeps the answers, so that they can be searched for secrets.
            ["Payments:KeepAnswers"] = "true",
            // One attempt must be one write, so automatic retries are disabled.
            ["Payments:Resilience:MaxRetries"] = "0",
            ["Payments:Resilience:MaxLookupRetries"] = retriesLookups ? "2" : "0",
            ["Payments:Resilience:FailureRatio"] = "0",
        };
        if (journalFolder is null)
        {
            settings["Payments:Journal"] = "InMemory";
        }
        else
        {
            settings["Payments:Journal:Kind"] = "Sqlite";
            settings["Payments:Journal:Path"] = Path.Combine(journalFolder, "payments.db");
        }

        foreach (var (name, own) in gateways)
        {
            foreach (var (key, value) in own)
            {
                settings[$"Payments:Gateways:{name}:{key}"] = value;
            }
        }

        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (log is not null)
            {
                logging.Services.AddSingleton<ILoggerProvider>(new LineLogger(log));
            }
        });
        services.AddPayments(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Payments"),
            payments => payments.AddProvider<TProvider>().AddJournalProvider<SqliteJournalProvider>()
        );
        if (network is not null)
        {
            services.AddHttpClient(PaymentTransport.HttpClientName).AddHttpMessageHandler(network.NewHandler);
        }

        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }

    private sealed class LineLogger(Action<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
