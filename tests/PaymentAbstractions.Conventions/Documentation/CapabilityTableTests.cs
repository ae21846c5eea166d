using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.Conventions;

/// <summary>The table of what each provider supports matches what the gateways report.</summary>
public sealed class CapabilityTableTests
{
    private const string Page = "docs/providers.md";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Payments:Journal"] = "InMemory",
        ["Payments:Default"] = "rebilly",
        ["Payments:Gateways:rebilly:Provider"] = "Rebilly",
        ["Payments:Gateways:rebilly:Environment"] = "Sandbox",
        ["Payments:Gateways:rebilly:OrganizationId"] = "org",
        ["Payments:Gateways:rebilly:WebsiteId"] = "web",
        ["Payments:Gateways:rebilly:ApiKey"] = "sk",
        ["Payments:Gateways:terminal:Provider"] = "VirtualTerminal",
        ["Payments:Gateways:terminal:Environment"] = "Sandbox",
        ["Payments:Gateways:terminal:BaseUrl"] = "https://terminal.example/api/",
        ["Payments:Gateways:terminal:ApiKey"] = "key",
        ["Payments:Gateways:terminal:MerchantId"] = "mid",
        ["Payments:Gateways:terminal:EnableRefunds"] = "true",
    };

    [Fact]
    public void The_page_shows_what_the_gateways_say()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        using var provider = new ServiceCollection()
            .AddPayments(
                configuration.GetSection("Payments"),
                payments => payments.AddProvider<RebillyProvider>().AddProvider<VirtualTerminalProvider>()
            )
            .Services.BuildServiceProvider();
        var gateways = provider.GetRequiredService<IPaymentGateways>();

        var table = Table([gateways.Get("rebilly"), gateways.Get("terminal")]);

        Assert.True(
            MarkdownPage.Named(Page).Text.Contains(table, StringComparison.Ordinal),
            $"{Page} must hold this table:\n\n{table}"
        );
    }

    private static string Table(IPaymentGateway[] gateways)
    {
        var text = new StringBuilder();
        Row("", gateway => gateway.Capabilities.Provider);
        Row("---", _ => "---");
        foreach (var operation in Enum.GetValues<PaymentOperation>().Where(one => one != PaymentOperation.Unknown))
        {
            Row($"{operation}", gateway => Yes(gateway.Capabilities.Supports(operation)));
        }

        Row("honors the key for", gateway => List(gateway.Capabilities.HonorsIdempotencyKey));
        Row("remembers a key for", gateway => Hours(gateway.Capabilities.IdempotencyWindow));
        Row("payment methods", gateway => List(gateway.Capabilities.PaymentMethods));
        Row("currencies", gateway => List(gateway.Capabilities.Currencies, "by account"));
        Row("largest amount", gateway => FormattableString.Invariant($"{gateway.Capabilities.MaxAmount:N0}"));
        Row("partial capture", gateway => Yes(gateway.Capabilities.PartialCapture));
        Row("several captures", gateway => Yes(gateway.Capabilities.MultiCapture));
        Row("partial refund", gateway => Yes(gateway.Capabilities.PartialRefund));
        Row("asks for partial approval", gateway => Yes(gateway.Capabilities.PartialApproval));
        Row("zero amount verifies", gateway => Yes(gateway.Capabilities.ZeroAmountVerification));
        Row("statement descriptor", gateway => Yes(gateway.Capabilities.StatementDescriptor));
        Row("network transaction id", gateway => Yes(gateway.Capabilities.NetworkTransactionId));
        Row("external 3-D Secure", gateway => Yes(gateway.Capabilities.ExternalThreeDSecure));
        Row("commercial card data", gateway => $"{gateway.Capabilities.HighestDataLevel}");
        foreach (var operation in Enum.GetValues<VaultOperation>().Where(one => one != VaultOperation.Unknown))
        {
            Row($"vault: {operation}", gateway => Yes(gateway.Capabilities.Vault?.Supports(operation) == true));
        }

        Row("vault: own customer ids", gateway => Yes(gateway.Capabilities.Vault?.OwnCustomerIds == true));
        Row("entered at the provider", gateway => List(gateway.Capabilities.Hosted?.Operations ?? []));
        Row("stored from there", gateway => Yes(gateway.Capabilities.Hosted?.StoresPaymentMethods == true));
        Row("lists payment methods", gateway => Yes(gateway.Capabilities.PaymentMethodCatalog));
        Row("records without charging", gateway => Yes(gateway.Capabilities.RecordsOnly));
        Row("lists transactions", gateway => Listing(gateway.Capabilities.Search));
        Row("payout requests", gateway => Yes(gateway.Capabilities.Payouts));
        return text.ToString();

        void Row(string name, Func<IPaymentGateway, string> cell) =>
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", gateways.Select(cell)).Append(" |\n");
    }

    private static string Listing(SearchCapabilities? search) =>
        search is null ? "no"
        : search is { RequiresCustomer: false, UnsettledOnly: false } ? "yes"
        : $"{(search.UnsettledOnly ? "unsettled ones" : "yes,")} {(search.RequiresCustomer ? "of a customer" : "")}".Trim();

    private static string Yes(bool value) => value ? "yes" : "no";

    private static string Hours(TimeSpan time) => time == TimeSpan.Zero ? "-" : $"{time.TotalHours:0} h";

    private static string List<T>(IReadOnlyList<T> items, string none = "none") =>
        items.Count == 0 ? none : string.Join(", ", items);
}
