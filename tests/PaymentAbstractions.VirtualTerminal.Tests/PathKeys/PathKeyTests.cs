using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.VirtualTerminal.Tests.PathKeys;

/// <summary>The key is a segment of the address of every read, and only the provider receives it.</summary>
public sealed class PathKeyTests : IAsyncDisposable
{
    private readonly VirtualTerminalStub _stub = new();
    private readonly ConcurrentQueue<string> _shown = [];
    private readonly IConfigurationRoot _configuration;
    private readonly ServiceProvider _services;

    public PathKeyTests()
    {
        _configuration = new ConfigurationBuilder()
            .AddConfiguration(Root(VirtualTerminalFixture.Section()))
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Payments:Gateways:other:Provider"] = "VirtualTerminal",
                    ["Payments:Gateways:other:BaseUrl"] = "https://gateway.example.com/api/",
                    ["Payments:Gateways:other:ApiKey"] = "key/other",
                    ["Payments:Gateways:other:MerchantId"] = "mid-1",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new SandboxClock(ConformanceHarness.Start));
        services.AddPayments(
            _configuration.GetSection("Payments"),
            static payments => payments.AddProvider<VirtualTerminalProvider>()
        );
        services
            .AddHttpClient(PaymentTransport.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => _stub)
            .AddHttpMessageHandler(() => new Onlooker(_shown));
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task Every_gateway_reads_with_its_own_key_and_shows_none()
    {
        await FindAsync("b2b_us");
        await FindAsync("other");

        Assert.Equal(
            ["KEY/transaction/501234", "key%2Fother/transaction/501234"],
            _stub.Requests.Select(one => one.Path)
        );
        AssertHidden();
    }

    [Fact]
    public async Task A_key_that_was_replaced_is_not_sent_again()
    {
        await FindAsync("b2b_us");
        _configuration["Payments:Gateways:b2b_us:ApiKey"] = "key/new";
        _configuration.Reload();
        await FindAsync("b2b_us");

        Assert.Equal(
            ["KEY/transaction/501234", "key%2Fnew/transaction/501234"],
            _stub.Requests.Select(one => one.Path)
        );
        AssertHidden();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static IConfiguration Root(IConfigurationSection section) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable().Where(static pair => pair.Value is not null))
            .Build();

    private Task<FindResult> FindAsync(string gateway) =>
        _services
            .GetRequiredService<IPaymentGateways>()
            .Get(gateway)
            .FindAsync(
                FindRequest.For(
                    new TransactionReference(gateway, VirtualTerminalFixture.Ref("501234").Account, "501234")
                ),
                TestContext.Current.CancellationToken
            );

    private void AssertHidden() =>
        Assert.Equal(Enumerable.Repeat("https://gateway.example.com/api/~secret/transaction/501234", 4), _shown);

    /// <summary>A handler of the application that records the address of every request before and after it is sent.</summary>
    private sealed class Onlooker(ConcurrentQueue<string> shown) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            shown.Enqueue(request.RequestUri!.AbsoluteUri);
            var response = await base.SendAsync(request, cancellationToken);
            shown.Enqueue(request.RequestUri.AbsoluteUri);
            return response;
        }
    }
}
