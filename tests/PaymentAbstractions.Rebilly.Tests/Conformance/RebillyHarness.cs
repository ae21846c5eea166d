using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>The Rebilly adapter as an application gets it, over a sandbox of one profile.</summary>
public abstract partial class RebillyHarness(RebillySandboxProfile profile, string? commercialDataCustomField = null)
    : SandboxHarness<RebillySandbox, RebillyProvider>
{
    public RebillySandboxProfile Profile => profile;

    // A refund has no custom fields.
    public override bool CarriesCommercialData(PaymentOperation operation) => operation != PaymentOperation.Refund;

    public override TimeSpan? AuthorizationLife => TimeSpan.FromDays(7);

    public override Task ApproveWaitingAsync(TransactionReference transaction)
    {
        Sandbox.ApproveWaiting(transaction.TransactionId);
        return Task.CompletedTask;
    }

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

    protected override Task<RebillySandbox> StartSandboxAsync()
    {
        var options = new RebillySandboxOptions { Profile = profile, StartTime = Start };
        options.Accounts.Clear();
        foreach (var account in new[] { HarnessAccount.Main, HarnessAccount.Other })
        {
            options.Accounts.Add(
                new RebillySandboxAccount { OrganizationId = OrganizationOf(account), ApiKey = KeyOf(account) }
            );
        }

        options.CustomFieldKeys.Add("commercialData");
        return RebillySandbox.StartAsync(options);
    }

    protected override void Configure(IDictionary<string, string?> settings, HarnessAccount account)
    {
        settings["OrganizationId"] = OrganizationOf(account);
        settings["ApiKey"] = KeyOf(account);
        settings["WebsiteId"] = "web_sandbox";
        settings["BaseUrl"] = Sandbox.BaseAddress.ToString();
        settings["CommercialDataCustomField"] = commercialDataCustomField;
        settings["CommercialDataCustomFieldLength"] = "4000";
    }

    protected static RebillySandboxProfile ProfileNamed(string name) =>
        RebillySandboxProfile.All.Single(profile => profile.Name == name);

    private static string OrganizationOf(HarnessAccount account) =>
        account == HarnessAccount.Other ? "org_other" : "org_main";
}
