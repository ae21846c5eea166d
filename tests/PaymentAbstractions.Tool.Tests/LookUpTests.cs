using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>A payment whose answer was lost, looked up at an emulated provider with the application's settings.</summary>
public sealed class LookUpTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");
    private VirtualTerminalSandbox? _sandbox;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    [Fact]
    public async Task What_the_provider_shows_is_recorded()
    {
        _sandbox = await VirtualTerminalSandbox.StartAsync(cancellationToken: Token);
        await WriteSettingsAsync();
        await SellWithoutAnAnswerAsync();
        var output = new StringWriter(CultureInfo.InvariantCulture);

        var code = await PaymentsTool.RunAsync(["look-up", "stuck", "--config", Settings], output, output);

        Assert.True(code == ExitCode.Done, output.ToString());
        Assert.Contains("Approved", output.ToString(), StringComparison.Ordinal);
        Assert.Single(_sandbox.Ledger.Movements);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private Task WriteSettingsAsync()
    {
        var account = new VirtualTerminalSandboxOptions().Accounts[0];
        var settings = new
        {
            Payments = new
            {
                Default = "terminal",
                Journal = new { Kind = "Sqlite", Path = Path.Combine(_folder.FullName, "payments.db") },
                Gateways = new
                {
                    terminal = new
                    {
                        Provider = "VirtualTerminal",
                        Environment = "Sandbox",
                        MerchantId = account.Mid,
                        account.ApiKey,
                        BaseUrl = _sandbox!.BaseAddress,
                    },
                },
            },
        };
        return File.WriteAllTextAsync(Settings, JsonSerializer.Serialize(settings), Token);
    }

    private async Task SellWithoutAnAnswerAsync()
    {
        var customer = _sandbox!.AddCustomer("Ada");
        var method = _sandbox.AddPaymentMethod(customer, cardLast4: "4242");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayments(new ConfigurationBuilder().AddJsonFile(Settings).Build().GetSection("Payments"));
        await using var provider = services.BuildServiceProvider();
        _sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);
        var sold = await provider
            .GetRequiredService<IPaymentGateway>()
            .SaleAsync(
                new SaleRequest
                {
                    IdempotencyKey = new IdempotencyKey("stuck"),
                    OrderReference = new OrderReference("order-1"),
                    Amount = Money.Usd(12.34m),
                    PaymentMethod = PaymentMethod.Stored(method.ToString(CultureInfo.InvariantCulture)),
                    Customer = new Customer { Id = customer.ToString(CultureInfo.InvariantCulture) },
                },
                Token
            );
        Assert.Equal(PaymentOutcome.Unknown, sold.Outcome);
    }
}
