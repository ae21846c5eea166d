namespace Checkout.Browser.Running;

/// <summary>
/// A shop that leaves unresolved payments to its operator: recovery and its own look-ups come long after the test, and the provider's
/// notifications are refused.
/// </summary>
public sealed class PatientShopFixture : ShopFixture
{
    protected override IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>
        {
            ["OrderLookUpInterval"] = "00:30:00",
            ["Payments__Recovery__Margin"] = "00:30:00",
            ["Payments__Gateways__rebilly__Webhooks__Password"] = "another-password-than-theirs",
        };
}
