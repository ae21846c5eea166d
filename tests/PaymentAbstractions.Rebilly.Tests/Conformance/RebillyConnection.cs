using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>Builds a container as an application does, from configuration alone.</summary>
internal sealed record RebillyConnection(Uri BaseUrl, string ApiKey)
{
    public string Name { get; init; } = "cards_eu";

    public string Organization { get; init; } = "org_main";

    // No answer of the sandbox takes that long, however busy the machine is.
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The custom field that takes commercial card data; none where the gateway takes no such data.</summary>
    public string? CommercialDataCustomField { get; init; }

    /// <summary>Whether the name of the host cannot be resolved.</summary>
    public bool IsHostLost { get; init; }

    /// <summary>Another clock than the sandbox's.</summary>
    public TimeProvider? Clock { get; init; }

    public ServiceProvider BuildContainer(TimeProvider clock, ILoggerProvider logger)
    {
        var gateway = $"Payments:Gateways:{Name}";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Payments:Journal"] = "None",
                    ["Payments:Resilience:MaxRetries"] = "0",
                    ["Payments:Resilience:MaxLookupRetries"] = "0",
                    ["Payments:Resilience:FailureRatio"] = "0",
                    [$"{gateway}:Provider"] = "Rebilly",
                    [$"{gateway}:Environment"] = "Sandbox",
                    [$"{gateway}:OrganizationId"] = Organization,
                    [$"{gateway}:ApiKey"] = ApiKey,
                    [$"{gateway}:WebsiteId"] = "web_sandbox",
                    [$"{gateway}:BaseUrl"] = BaseUrl.ToString(),
                    [$"{gateway}:Deadline"] = Deadline.ToString(),
                    [$"{gateway}:SendTimeout"] = SendTimeout.ToString(),
                    [$"{gateway}:CommercialDataCustomField"] = CommercialDataCustomField,
                    [$"{gateway}:CommercialDataCustomFieldLength"] = "4000",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton(Clock ?? clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logger));
        services.AddPayments(configuration.GetSection("Payments"), payments => payments.AddProvider<RebillyProvider>());
        if (IsHostLost)
        {
            services
                .AddHttpClient(Http.PaymentTransport.HttpClientName)
                .AddHttpMessageHandler(static () => new LostHostHandler());
        }

        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }
}
