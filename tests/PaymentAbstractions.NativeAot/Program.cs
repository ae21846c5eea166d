using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions;
using PaymentAbstractions.NativeAot;

// An application that is published with Native AOT names its providers instead of scanning for them, here by completing a configured gateway
// in code. It sells once, writes the result to JSON, reads it back, and exits with 0 if all of that worked. The emulator of the provider runs in
// another process.
if (args is not [var address, .. var options])
{
    await Console.Error.WriteLineAsync(
        "Usage: PaymentAbstractions.NativeAot ADDRESS [--trace]. ADDRESS is that of the emulated Rebilly API."
    );
    return 2;
}

var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Payments:Gateways:cards:Provider"] = "Rebilly",
            ["Payments:Gateways:cards:Environment"] = "Sandbox",
            ["Payments:Gateways:cards:BaseUrl"] = address,
            ["Payments:Gateways:cards:OrganizationId"] = "org_sandbox",
            ["Payments:Gateways:cards:WebsiteId"] = "web_sandbox",
        }
    )
    .Build();
var folder = Directory.CreateTempSubdirectory("native-aot-");
var services = new ServiceCollection();
services.AddPayments(
    configuration.GetSection("Payments"),
    payments =>
        payments
            .AddRebilly("cards", options => options.ApiKey = new ApiKey("sk_sandbox"))
            .UseSqliteJournal(Path.Combine(folder.FullName, "payments.db"))
);
var provider = services.BuildServiceProvider();

var gateway = provider.GetRequiredService<IPaymentGateway>();
var sale = new SaleRequest
{
    IdempotencyKey = new IdempotencyKey("native-1"),
    OrderReference = new OrderReference("native"),
    Amount = Money.Usd(12.50m),
    PaymentMethod = new PaymentCard
    {
        Number = new CardNumber("4111111111111111"),
        ExpiryMonth = 12,
        ExpiryYear = TimeProvider.System.GetUtcNow().Year + 3,
    },
    Customer = new Customer { Id = "cus_native", CreateOrUpdate = true },
    BillingAddress = new Address { FirstName = "Ada", Country = "GB" },
};

// Opens the journal, which a trace of the sale must not show.
await foreach (var unresolved in provider.GetRequiredService<IPaymentRecovery>().GetUnresolvedAsync())
{
    throw new InvalidOperationException($"{unresolved.Entry.Key} is in doubt before anything was sold.");
}

using var trace = options is ["--trace"] ? new MethodTrace() : null;
var result = await gateway.SaleAsync(sale);
var soldAt = TimeProvider.System.GetUtcNow();
foreach (var type in trace is null ? [] : await trace.TypesAsync())
{
    Console.WriteLine(type);
}

var text = JsonSerializer.Serialize(result, ResultJsonContext.Default.PaymentResult);
var read = JsonSerializer.Deserialize(text, ResultJsonContext.Default.PaymentResult);
Console.WriteLine($"{result.Outcome} {result.Code} {result.Transaction} {result.Message}");
Console.WriteLine(text);
Report(soldAt);
await provider.DisposeAsync();
folder.Delete(recursive: true);
return result.IsApproved && read == result with { Answer = null } ? 0 : 1;

// The start of a process is known to 10 ms.
static void Report(DateTimeOffset soldAt)
{
    using var process = Process.GetCurrentProcess();
    var took = soldAt - process.StartTime.ToUniversalTime();
    var size = new FileInfo(Environment.ProcessPath!).Length;
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Sold {took.TotalMilliseconds:F0} ms after the start of the process. The program has {size / 1e6:F1} MB."
        )
    );
}

[JsonSerializable(typeof(PaymentResult))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
