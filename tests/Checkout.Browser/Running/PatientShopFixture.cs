namespace Checkout.Browser.Running;

/// <summary>A shop that leaves payments in doubt to its operator: recovery comes long after the test,
/// and the provider's notifications, which would be first, are refused.</summary>
public sealed class PatientShopFixture : ShopFixture
{
    protected override IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>
        {
            ["Payments__Recovery__Margin"] = "00:30:00",
            ["Payments__Gateways__rebilly__Webhooks__Password"] = "another-password-than-theirs",
        };
}
