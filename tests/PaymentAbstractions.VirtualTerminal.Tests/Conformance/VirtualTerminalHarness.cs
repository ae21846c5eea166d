using System.Globalization;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>The virtual terminal's adapter as an application uses it, with a sandbox of one profile.</summary>
public abstract partial class VirtualTerminalHarness(VirtualTerminalSandboxProfile profile)
    : SandboxHarness<VirtualTerminalSandbox, VirtualTerminalProvider>
{
    private int _cards;

    public VirtualTerminalSandboxProfile Profile => profile;

    /// <summary>Whether requests name customers by the merchant's own id.</summary>
    protected virtual bool NamesByCode => false;

    public override string UnknownCustomerId => NamesByCode ? base.UnknownCustomerId : "999999";

    public override TimeSpan? DuplicateCheck => profile.DuplicateCheck;

    // A 404 without a text may come from any intermediate server.
    public override bool CanProveWrongCredentials =>
        profile.BadKeyAnswer == VirtualTerminalBadKeyAnswer.Unauthorized401;

    // Captures and voids are visible on their original. Other payments are found in a list by a mark in their description; there a
    // refund of a settled payment is a credit.
    public override bool CanFind(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Capture or PaymentOperation.Void => true,
            PaymentOperation.Authorize => profile is { DescriptionEchoed: true, ListsAuthorizations: true },
            PaymentOperation.Credit or PaymentOperation.Refund => profile
                is { DescriptionEchoed: true, ListsCredits: true },
            _ => profile.DescriptionEchoed,
        };

    public override SaleRequest? Declining(SaleRequest request, string code) =>
        TextOf(code) is { } text ? request with { Description = $"[sandbox decline=\"{text}\"]" } : null;

    // There is no field for the origin of the goods; the provider's catalog has their descriptions and taxes.
    public override CommercialOrder NewExpressibleOrder()
    {
        var order = NewCommercialOrder();
        return order with
        {
            Data = order.Data with
            {
                ShipFromPostalCode = null,
                LineItems =
                [
                    .. order.Data.LineItems.Select(line => new CommercialLineItem
                    {
                        ProductCode = line.ProductCode,
                        Quantity = line.Quantity,
                        UnitPrice = line.UnitPrice,
                        NetAmount = line.NetAmount,
                        Discount = line.Discount,
                    }),
                ],
            },
        };
    }

    // A capture names only its transaction and an amount. A refund of a settled payment is a credit.
    public override bool CarriesCommercialData(PaymentOperation operation) => operation != PaymentOperation.Capture;

    protected override VirtualTerminalSandbox NewSandbox(SandboxOptions options)
    {
        var emulator = new VirtualTerminalSandboxOptions { Profile = profile, StartTime = options.StartTime };
        emulator.Accounts.Clear();
        foreach (var (key, account) in options.AccountsByKey)
        {
            emulator.Accounts.Add(new VirtualTerminalSandboxAccount { Mid = account, ApiKey = key });
        }

        return new VirtualTerminalSandbox(emulator);
    }

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["MerchantId"] = AccountOf(account);
        settings["ApiKey"] = KeyOf(account);
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["EnableRefunds"] = "true";
        settings["CustomerIds"] = NamesByCode ? "Code" : "Number";
        settings["NewShippingAddressId"] = profile.NewShippingId.ToString(CultureInfo.InvariantCulture);
    }

    // Each card has unique digits, so that no charge looks like an earlier one. Only stored cards are charged.
    protected override Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account)
    {
        var digits = Interlocked.Increment(ref _cards).ToString("D4", CultureInfo.InvariantCulture);
        var code = $"payer-{digits}";
        var customer = Sandbox.AddCustomer($"Customer {digits}", code, AccountOf(account));
        var method = Sandbox.AddPaymentMethod(customer, cardLast4: digits, mid: AccountOf(account));
        return Task.FromResult(
            new HarnessPayer
            {
                PaymentMethod = PaymentMethod.Stored(Text(method)),
                Customer = new Customer { Id = NamesByCode ? code : Text(customer) },
            }
        );
    }

    // A capture or void shows the level of its original.
    protected override CommercialDataLevel? DataLevelOf(SandboxMovement movement) =>
        movement.Kind is SandboxMovementKind.Sale or SandboxMovementKind.Authorize or SandboxMovementKind.Credit
            ? (CommercialDataLevel?)movement.DataLevel
            : null;

    // The answer to a capture or void shows neither amount nor type; the read that confirms it does.
    protected override bool IsConfirmedByRead(SandboxRequest write) =>
        !write.Path.EndsWith("/transaction/add", StringComparison.Ordinal)
        && !write.Path.EndsWith("/transaction/complete", StringComparison.Ordinal);

    protected static VirtualTerminalSandboxProfile ProfileNamed(string name) =>
        VirtualTerminalSandboxProfile.All.Single(profile => profile.Name == name);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    // The API has no codes. The adapter derives a code from these texts.
    private static string? TextOf(string code) =>
        code switch
        {
            "05" => "DECLINE",
            "14" => "Invalid Credit Card Number",
            "41" => "Lost card",
            "51" => "Insufficient funds",
            "54" => "Expired card",
            "N7" => "CVV REJECTED",
            "R1" => "Declined - Stop all recurring payments",
            _ => null,
        };
}
