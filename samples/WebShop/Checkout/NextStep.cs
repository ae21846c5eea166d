using System.Text.Json.Serialization;

namespace WebShop.Checkout;

/// <summary>What the page shows the shopper next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NextStep>))]
public enum NextStep
{
    ThankYou,
    CorrectTheCard,
    UseAnotherCard,
    CallYourBank,
    TryAgainLater,
    ContactSupport,
    GoToYourBank,
    PayTheRestOrCancel,
    WaitForUs,
}
