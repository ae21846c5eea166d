using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Sandbox.Tool.Tests;

public sealed class SandboxToolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_printed_settings_reach_both_providers_and_the_console_shows_the_sales()
    {
        await using var tool = SandboxProcess.Start(SandboxProcess.FreePorts);
        var settings = await tool.ReadSettingsAsync();
        var console = await tool.ReadConsoleAddressAsync();
        await using var shop = Shop(settings);
        var gateways = shop.GetRequiredService<IPaymentGateways>();

        var card = await gateways.Default.SaleAsync(Sale("order-1", TestCard(), "cus_1"), Token);
        var terminal = await gateways
            .Get("b2b_us")
            .SaleAsync(Sale("order-2", PaymentMethod.Stored("9001"), "contoso"), Token);
        using var http = new HttpClient { BaseAddress = console };
        var ledger = JsonNode.Parse(await http.GetStringAsync("api/ledger", Token))!.AsArray();
        var page = await http.GetStringAsync("", Token);

        Assert.True(card.IsApproved, card.Message);
        Assert.True(terminal.IsApproved, terminal.Message);
        Assert.Equal(
            [("Rebilly", card.Transaction!.TransactionId), ("VirtualTerminal", terminal.Transaction!.TransactionId)],
            ledger.Select(row => ((string)row!["provider"]!, (string)row["id"]!)).Order()
        );
        Assert.Contains("<h1>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_it_and_frees_its_ports(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        await using var tool = SandboxProcess.Start(SandboxProcess.FreePorts);
        var address = new Uri((string)SandboxProcess.Gateway(await tool.ReadSettingsAsync(), "cards_eu")["BaseUrl"]!);

        var code = await tool.StopAsync(signal);
        await using var next = await RebillySandbox.StartAsync(new() { Port = address.Port }, Token);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(address, next.BaseAddress);
    }

    [Fact]
    public async Task It_says_first_what_it_is()
    {
        await using var tool = SandboxProcess.Start(SandboxProcess.FreePorts);

        var line = await tool.ReadErrorLineAsync();

        Assert.StartsWith("Payments sandbox:", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_ports_are_all_named_with_what_to_do()
    {
        await using var rebilly = await RebillySandbox.StartAsync(cancellationToken: Token);
        await using var terminal = await VirtualTerminalSandbox.StartAsync(cancellationToken: Token);
        await using var tool = SandboxProcess.Start(
            "--rebilly-port",
            $"{rebilly.BaseAddress.Port}",
            "--virtual-terminal-port",
            $"{terminal.BaseAddress.Port}",
            "--console-port",
            "0"
        );

        var errors = await tool.ReadErrorsAsync();

        Assert.Equal(ExitCode.Unavailable, await tool.ExitAsync());
        Assert.Contains($"Port {rebilly.BaseAddress.Port} is in use", errors, StringComparison.Ordinal);
        Assert.Contains("--rebilly-port 0 selects any free port", errors, StringComparison.Ordinal);
        Assert.Contains($"Port {terminal.BaseAddress.Port} is in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_line_is_refused_with_every_problem()
    {
        var (code, output, errors) = await RunAsync(
            "--rebilly-port",
            "seven",
            "--virtual-terminal-port",
            "70000",
            "--webhooks",
            "shop",
            "--port",
            "1"
        );

        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        Assert.Contains(
            "--rebilly-port is 'seven', and must be a port from 0 to 65535",
            errors,
            StringComparison.Ordinal
        );
        Assert.Contains("--virtual-terminal-port is '70000'", errors, StringComparison.Ordinal);
        Assert.Contains("--webhooks is 'shop', and must be an http or https address", errors, StringComparison.Ordinal);
        Assert.Contains("'--port'", errors, StringComparison.Ordinal);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_equal_ports_are_refused()
    {
        var (code, _, errors) = await RunAsync("--rebilly-port", "18482");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--rebilly-port and --console-port are all 18482", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_lists_the_options_and_their_defaults()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("emulated on this computer", output, StringComparison.Ordinal);
        Assert.All(
            ["--rebilly-port", "18480", "18481", "18482"],
            text => Assert.Contains(text, output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Webhooks_go_to_their_address_and_the_settings_accept_them()
    {
        await using var receiver = new WebhookReceiver();
        await using var tool = SandboxProcess.Start([.. SandboxProcess.FreePorts, "--webhooks", $"{receiver.Address}"]);
        var settings = await tool.ReadSettingsAsync();
        await using var shop = Shop(settings);

        var sale = await shop.GetRequiredService<IPaymentGateways>()
            .Default.SaleAsync(Sale("order-1", TestCard(), "cus_1"), Token);
        var authorization = await receiver.Received.WaitAsync(Token);

        Assert.True(sale.IsApproved, sale.Message);
        var webhooks = SandboxProcess.Gateway(settings, "cards_eu")["Webhooks"]!;
        var credentials = Encoding.UTF8.GetBytes($"{webhooks["UserName"]}:{webhooks["Password"]}");
        Assert.Equal($"Basic {Convert.ToBase64String(credentials)}", authorization);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await SandboxTool.RunAsync(arguments, output, errors, Token);
        return (code, output.ToString(), errors.ToString());
    }

    private static ServiceProvider Shop(string settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(settings)))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayments(configuration.GetSection("Payments")).UseInMemoryJournal();
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }

    private static SaleRequest Sale(string order, PaymentMethod method, string customer) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(order),
            OrderReference = new OrderReference(order),
            Amount = Money.Usd(12.50m),
            PaymentMethod = method,
            Customer = new Customer
            {
                Id = customer,
                CreateOrUpdate = method is PaymentCard,
                Address = Home,
            },
            BillingAddress = method is PaymentCard ? Home : null,
        };

    private static Address Home { get; } =
        new()
        {
            FirstName = "Ada",
            LastName = "Lovelace",
            Line1 = "12 St James Square",
            City = "London",
            PostalCode = "SW1Y 4JH",
            Country = "GB",
        };

    private static PaymentCard TestCard() =>
        new()
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = TimeProvider.System.GetUtcNow().Year + 3,
            SecurityCode = new SecurityCode("123"),
        };
}
