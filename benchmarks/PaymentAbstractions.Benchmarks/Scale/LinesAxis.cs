using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Plots;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>
/// More line items, in memory, through the virtual terminal: the provider with fields for them. A sale reads the customer's list before.
/// </summary>
internal static class LinesAxis
{
    private static readonly Money Tax = Money.Usd(6.60m);

    public static async Task MeasureAsync(ScaleReport report, ScaleSize size, CancellationToken cancellationToken)
    {
        var table = new Table("Line items, in memory", "Lines", "CPU, us", "bytes");
        List<(double, double)> cpu = [];
        foreach (var lines in size.Lines)
        {
            using var provider = new InMemoryProvider(AnswerTemplate.TerminalSale);
            await using var services = CreateServices(provider);
            var gateway = services.GetRequiredService<IPaymentGateway>();
            var data = DataOf(lines);
            var comparison = new WayComparison([
                new Way("ours", (order, token) => SendAsync(gateway, order, data, token)),
            ]);
            // A long order takes as long as many short ones.
            var length = size.Length.DividedBy(1, lines > 100 ? 8 : 1);
            var figures = await comparison.RunAsync(length, callers: 1, cancellationToken);
            Tally.Compare(comparison.Paid, provider.Counted);
            table.Add(
                lines.ToString(CultureInfo.InvariantCulture),
                figures.Of(0, static sample => sample.Cpu).ToString("0.0"),
                figures.Of(0, static sample => sample.Bytes).ToString("0")
            );
            cpu.Add((lines, figures.Of(0, static sample => sample.Cpu).Median));
        }

        report.Add(table, new Plot("CPU of a sale, us", "line items", new PlotLine("this library", cpu)));
    }

    private static ServiceProvider CreateServices(InMemoryProvider provider)
    {
        var services = new ServiceCollection();
        services
            .AddPayments(static options => options.KeyNamespace = Order.KeyNamespace)
            .AddVirtualTerminal(
                "b2b",
                static options =>
                {
                    options.Environment = GatewayEnvironment.Sandbox;
                    options.BaseUrl = new Uri("http://127.0.0.1/api/");
                    options.ApiKey = new ApiKey(Order.ApiKey);
                    options.MerchantId = "100200";
                }
            )
            .UseInMemoryJournal();
        services.AddHttpClient(PaymentTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => provider);
        return services.BuildServiceProvider();
    }

    private static CommercialCardData DataOf(int lines) =>
        new()
        {
            CustomerReference = "PO-2041-88",
            Tax = new CommercialTax { Amount = Tax },
            ShipToStoredAddressId = "311",
            LineItems =
            [
                .. Enumerable
                    .Range(1, lines)
                    .Select(i => new CommercialLineItem
                    {
                        ProductCode = string.Create(CultureInfo.InvariantCulture, $"BOLT-{i:0000}"),
                        Quantity = 2,
                        UnitPrice = UnitPrice.Of(1.25m, "USD"),
                    }),
            ],
        };

    private static async Task<Tally> SendAsync(
        IPaymentGateway gateway,
        Order order,
        CommercialCardData data,
        CancellationToken cancellationToken
    )
    {
        // The freight makes the amount of every order its own.
        var freight = Money.Usd(order.Amount);
        var amount = Money.Usd(2.50m * data.LineItems.Count) + Tax + freight;
        var result = await gateway.SaleAsync(
            new SaleRequest
            {
                IdempotencyKey = order.Key,
                OrderReference = order.Reference,
                Amount = amount,
                PaymentMethod = PaymentMethod.Stored("9001"),
                Customer = new Customer { Id = "7001" },
                CommercialCardData = data with { Freight = freight },
            },
            cancellationToken
        );
        return result is { IsApproved: true, CommercialData.SentLevel: CommercialDataLevel.LevelIII }
            ? Tally.Of(amount.Amount, order.WireKey)
            : throw new InvalidOperationException(
                $"The sale was not approved: {result.Outcome}, {result.CommercialData.SentLevel}, {result.Message}"
            );
    }
}
