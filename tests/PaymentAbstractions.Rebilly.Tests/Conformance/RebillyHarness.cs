using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>The Rebilly adapter as an application uses it, with a sandbox of one profile.</summary>
public abstract partial class RebillyHarness(RebillySandboxProfile profile, string? commercialDataCustomField = null)
    : SandboxHarness<RebillySandbox, RebillyProvider>
{
    public RebillySandboxProfile Profile => profile;

    public override IReadOnlyList<ConformanceExemption> Exemptions { get; } =
    [
        .. new[]
        {
            nameof(FaultMatrixSuite<>.A_fault_proves_only_what_it_proves),
            nameof(RedactionSuite<>.Faults_show_no_secret),
        }.Select(fact => new ConformanceExemption(
            fact,
            "Rebilly declares no member of a transaction required, so an answer without requestId is possible.",
            nameof(ConformanceFault.NoKeyEchoed)
        )),
    ];

    public override IReadOnlyList<string> OfferedMethods => ["payment-card", "payment-card", "paypal"];

    // A refund has no custom fields.
    public override bool CarriesCommercialData(PaymentOperation operation) => operation != PaymentOperation.Refund;

    public override TimeSpan? AuthorizationLife => TimeSpan.FromDays(7);

    public override Task ApproveWaitingAsync(TransactionReference transaction)
    {
        Sandbox.ApproveWaiting(transaction.TransactionId);
        return Task.CompletedTask;
    }

    /// <summary>Whether the customer's browser can exchange a card for a token; otherwise the approval page asks for it.</summary>
    protected virtual bool HasPublishableKey => false;

    public override async Task<IReadOnlyDictionary<string, string>> EnterPaymentMethodAsync(NextAction action) =>
        action is RedirectAction page
            ? await BrowseAsync(page.Url, new Dictionary<string, string> { ["decision"] = "approve" })
            : new Dictionary<string, string>
            {
                [RebillyTokenAction.TokenField] = await TokenAsync((RebillyTokenAction)action),
            };

    // Only captures need the list of open authorizations.
    public override bool CanProve(PaymentOperation operation) =>
        operation != PaymentOperation.Capture || profile.ListOmits == RebillyListOmission.None;

    public override bool CanFind(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Authorize or PaymentOperation.Credit => profile.ListOmits == RebillyListOmission.None,
            PaymentOperation.Void or PaymentOperation.Refund => profile.DescriptionEchoed,
            _ => true,
        };

    protected override RebillySandbox NewSandbox(SandboxOptions options)
    {
        var emulator = new RebillySandboxOptions { Profile = profile, StartTime = options.StartTime };
        emulator.Accounts.Clear();
        foreach (var (key, account) in options.AccountsByKey)
        {
            emulator.Accounts.Add(new RebillySandboxAccount { OrganizationId = account, ApiKey = key });
        }

        emulator.CustomFieldKeys.Add("commercialData");
        return new RebillySandbox(emulator);
    }

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["OrganizationId"] = AccountOf(account);
        settings["ApiKey"] = KeyOf(account);
        settings["WebsiteId"] = "web_sandbox";
        settings["PublishableKey"] = HasPublishableKey ? "pk_sandbox" : null;
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["CommercialDataCustomField"] = commercialDataCustomField;
        settings["MaxCommercialDataLength"] = "4000";
    }

    protected static RebillySandboxProfile ProfileNamed(string name) =>
        RebillySandboxProfile.All.Single(profile => profile.Name == name);
}
