using Checkout.Shop;
using Checkout.Tour;
using PaymentAbstractions;
using PaymentAbstractions.Sandbox;

namespace Checkout.Crash;

/// <summary>A checkout in a process of its own: it pays one order with the journal of a folder and prints the result.</summary>
internal static class CrashedCheckout
{
    public static async Task<int> RunAsync(CrashArguments arguments)
    {
        var settings = new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory };
        var builder = Host.CreateApplicationBuilder(settings);
        // Time passes as it does for the providers, which the tour lets run ahead between the two lives.
        var clock = new SandboxClock();
        clock.Advance(TimeSpan.FromMinutes(arguments.Minutes));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder
            .Services.AddPayments(builder.Configuration.GetSection("Payments"))
            .UseSqliteJournal(Path.Combine(arguments.Journal, "payments.db"));
        using var host = builder.Build();
        await host.StartAsync();

        var gateway = host.Services.GetRequiredService<IPaymentGateways>().Get(arguments.Gateway);
        var order = new Order(arguments.Order, Money.Usd(64m));
        var result = arguments.Gateway.StartsWith("b2b", StringComparison.Ordinal)
            ? await new CheckoutService(gateway, new Customer { Id = "contoso" }).PayAsync(
                order,
                PaymentMethod.Stored("9001")
            )
            : await new CheckoutService(
                gateway,
                new Customer
                {
                    Id = "cus_crash",
                    CreateOrUpdate = true,
                    Address = RebillyStage.Home,
                }
            ).PayAsync(order, RebillyStage.TestCard("4111111111111111", "123"));
        Console.WriteLine($"{result.Outcome}|{result.Reason}|{result.Code?.Value}|{result.Transaction?.TransactionId}");
        await host.StopAsync();
        return 0;
    }
}
