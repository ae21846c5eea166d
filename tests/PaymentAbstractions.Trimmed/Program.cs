using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions;
using PaymentAbstractions.Sandbox;
using PaymentAbstractions.Trimmed;

// A trimmed application names its providers instead of scanning for them, here by completing a configured gateway in code. It
// sells once, writes the result to JSON,
// reads it back, and exits with 0 if all of that worked.
await using var sandbox = await RebillySandbox.StartAsync();
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Payments:Gateways:cards:Provider"] = "Rebilly",
            ["Payments:Gateways:cards:Environment"] = "Sandbox",
            ["Payments:Gateways:cards:BaseUrl"] = $"{sandbox.BaseAddress}",
            ["Payments:Gateways:cards:OrganizationId"] = "org_sandbox",
            ["Payments:Gateways:cards:WebsiteId"] = "web_sandbox",
        }
    )
    .Build();
var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
var services = new ServiceCollection();
services.AddPayments(
    configuration.GetSection("Payments"),
    payments =>
        payments
            .AddRebilly("cards", options => options.ApiKey = new ApiKey("sk_sandbox"))
            .UseSqliteJournal(Path.Combine(folder, "payments.db"))
);
await using var provider = services.BuildServiceProvider();

var gateway = provider.GetRequiredService<IPaymentGateway>();
var sale = new SaleRequest
{
    IdempotencyKey = new IdempotencyKey("trimmed-1"),
    OrderReference = new OrderReference("trimmed"),
    Amount = Money.Usd(12.50m),
    PaymentMethod = new PaymentCard
    {
        Number = new CardNumber("4111111111111111"),
        ExpiryMonth = 12,
        ExpiryYear = TimeProvider.System.GetUtcNow().Year + 3,
    },
    Customer = new Customer { Id = "cus_trimmed", CreateOrUpdate = true },
    BillingAddress = new Address { FirstName = "Ada", Country = "GB" },
};

// Opens the journal, which a trace of the sale must not show.
await foreach (var unresolved in provider.GetRequiredService<IPaymentRecovery>().GetUnresolvedAsync())
{
    throw new InvalidOperationException($"{unresolved.Entry.Key} is in doubt before anything was sold.");
}

using var trace = args is ["--trace"] ? new MethodTrace() : null;
var result = await gateway.SaleAsync(sale);
foreach (var type in trace is null ? [] : await trace.TypesAsync())
{
    Console.WriteLine(type);
}

var text = JsonSerializer.Serialize(result, ResultJsonContext.Default.PaymentResult);
var read = JsonSerializer.Deserialize(text, ResultJsonContext.Default.PaymentResult);
Console.WriteLine($"{result.Outcome} {result.Code} {result.Transaction} {result.Message}");
Console.WriteLine(text);
return result.IsApproved && read == result with { Answer = null } ? 0 : 1;

[JsonSerializable(typeof(PaymentResult))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
