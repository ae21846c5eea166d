using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>Builds a container as an application does, from configuration alone.</summary>
internal sealed record VirtualTerminalConnection(Uri BaseUrl, string ApiKey)
{
    public string Name { get; init; } = "terminal_us";

    public string MerchantId { get; init; } = "mid_main";

    public long NewShippingAddressId { get; init; }

    // No answer of the sandbox takes that long, however busy the machine is.
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

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
                    [$"{gateway}:Provider"] = "VirtualTerminal",
                    [$"{gateway}:Environment"] = "Sandbox",
                    [$"{gateway}:MerchantId"] = MerchantId,
                    [$"{gateway}:ApiKey"] = ApiKey,
                    [$"{gateway}:BaseUrl"] = BaseUrl.ToString(),
                    [$"{gateway}:Deadline"] = Deadline.ToString(),
                    [$"{gateway}:SendTimeout"] = SendTimeout.ToString(),
                    [$"{gateway}:EnableRefunds"] = "true",
                    [$"{gateway}:NewShippingAddressId"] = NewShippingAddressId.ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton(Clock ?? clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logger));
        services.AddPayments(
            configuration.GetSection("Payments"),
            payments => payments.AddProvider<VirtualTerminalProvider>()
        );
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
