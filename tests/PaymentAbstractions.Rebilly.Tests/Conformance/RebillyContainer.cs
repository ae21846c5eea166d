using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Conformance;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>Builds a container as an application does, from configuration alone.</summary>
internal sealed record RebillyContainer(Uri BaseUrl, TimeProvider Clock, HarnessNetwork Network, ILoggerProvider Logger)
{
    // No answer of the sandbox takes that long, however busy the machine is.
    private const string Deadline = "00:00:30";

    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        // What an answer repeats is looked at for secrets.
        ["Payments:KeepAnswers"] = "true",
        ["Payments:Resilience:MaxRetries"] = "0",
        ["Payments:Resilience:MaxLookupRetries"] = "0",
        ["Payments:Resilience:FailureRatio"] = "0",
    };

    /// <summary>The folder of the SQLite journal; without one the journal is in memory.</summary>
    public string? JournalFolder { get; init; }

    /// <summary>The custom field that takes commercial card data; none where the gateways take no such data.</summary>
    public string? CommercialDataCustomField { get; init; }

    public RebillyContainer With(string name, string organization, string apiKey)
    {
        var gateway = $"Payments:Gateways:{name}";
        _settings.TryAdd("Payments:Default", name);
        _settings[$"{gateway}:Provider"] = "Rebilly";
        _settings[$"{gateway}:Environment"] = "Sandbox";
        _settings[$"{gateway}:OrganizationId"] = organization;
        _settings[$"{gateway}:ApiKey"] = apiKey;
        _settings[$"{gateway}:WebsiteId"] = "web_sandbox";
        _settings[$"{gateway}:BaseUrl"] = BaseUrl.ToString();
        _settings[$"{gateway}:Deadline"] = Deadline;
        _settings[$"{gateway}:SendTimeout"] = Deadline;
        _settings[$"{gateway}:CommercialDataCustomField"] = CommercialDataCustomField;
        _settings[$"{gateway}:CommercialDataCustomFieldLength"] = "4000";
        return this;
    }

    public ServiceProvider Build()
    {
        if (JournalFolder is null)
        {
            _settings["Payments:Journal"] = "InMemory";
        }
        else
        {
            _settings["Payments:Journal:Kind"] = "Sqlite";
            _settings["Payments:Journal:Path"] = Path.Combine(JournalFolder, "payments.db");
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logger));
        services.AddPayments(
            configuration.GetSection("Payments"),
            payments => payments.AddProvider<RebillyProvider>().AddJournalProvider<SqliteJournalProvider>()
        );
        services.AddHttpClient(PaymentTransport.HttpClientName).AddHttpMessageHandler(Network.NewHandler);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }
}
