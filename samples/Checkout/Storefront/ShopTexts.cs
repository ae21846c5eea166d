using System.Globalization;
using Checkout.BackOffice;
using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.Storefront;

/// <summary>The texts of pages, in the same words everywhere.</summary>
public static class ShopTexts
{
    public static string Of(Money amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount.Amount:N2} {amount.Currency.Code}");

    public static string Of(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:N2} {currency}");

    public static string Dollars(decimal amount) => amount.ToString("$#,0.00", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State switch
        {
            OrderState.Open when order.Result?.Outcome == PaymentOutcome.Declined => "Declined",
            OrderState.Open => "Waiting for payment",
            OrderState.EnteringCard => "Waiting for your card",
            OrderState.Paying when order.Result?.Reason == PaymentReason.WaitingForCustomer =>
                "Waiting for your approval",
            OrderState.Paying => "Payment in doubt",
            OrderState.Authorized => "Authorized",
            OrderState.PartlyPaid => "Partly paid",
            OrderState.Paid when order.Refunded.IsPositive => "Partly refunded",
            OrderState.Paid => "Paid",
            OrderState.Reversed when order.Refunded.IsPositive => "Refunded",
            _ => "Reversed",
        };
    }

    /// <summary>The class that colors a state; the text says the same.</summary>
    public static string ToneOf(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State switch
        {
            OrderState.Paid or OrderState.Authorized => "good",
            OrderState.Paying or OrderState.PartlyPaid => "warn",
            OrderState.Open when order.Result?.Outcome == PaymentOutcome.Declined => "bad",
            _ => "calm",
        };
    }

    public static string Of(CommercialDataLevel level) =>
        level switch
        {
            CommercialDataLevel.LevelIII => "Level III",
            CommercialDataLevel.LevelII => "Level II",
            _ => "Level I",
        };

    public static string Of(PaymentMethodDetails card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var expiry = card is { ExpiryMonth: { } month, ExpiryYear: { } year }
            ? string.Create(CultureInfo.InvariantCulture, $", expires {month:00}/{year}")
            : "";
        return $"{card.Brand} ending in {card.LastFour ?? "****"}{expiry}";
    }

    public static string ProviderOf(string provider) => provider == "VirtualTerminal" ? "Virtual terminal" : provider;
}
