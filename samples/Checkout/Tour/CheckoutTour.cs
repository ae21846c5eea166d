using System.Diagnostics;
using Checkout.Shop;
using PaymentAbstractions;
using PaymentAbstractions.Sandbox;

namespace Checkout.Tour;

/// <summary>The acts of the tour, in order. Each says what it expects, and the sandbox's own record is asked at the end.</summary>
internal sealed partial class CheckoutTour(IPaymentGateways gateways, RebillySandbox sandbox, TourTable table)
{
    private static readonly Address Home = new()
    {
        FirstName = "Ada",
        LastName = "Lovelace",
        Line1 = "12 St James Square",
        City = "London",
        PostalCode = "SW1Y 4JH",
        Country = "GB",
        Email = "ada@example.com",
    };

    private static readonly Customer Ada = new() { Id = "cus_ada", Address = Home };

    private readonly CheckoutService _shop = new(gateways.Default, Ada);
    private readonly Dictionary<string, Money> _kept = [];
    private PaymentMethod _card = PaymentMethod.Stored("none");
    private int _orders;

    private string Gateway => gateways.Default.Name;

    public async Task RunAsync()
    {
        table.WriteHeader();
        await StoreCustomerAndCardAsync();
        await SellAsync();
        await DeclineAsync();
        await ApprovePartlyAsync();
        await AuthorizeAndCaptureAsync();
        await CaptureTooLateAsync();
        await VoidAsync();
        await RefundAsync();
        await CreditAsync();
        await WaitForApprovalAsync();
        await RefuseInvalidAsync();
        await UseWrongKeyAsync();
        await TimeOutAsync();
        await FailToConnectAsync();
        CompareWithTheRecord();
    }

    private async Task StoreCustomerAndCardAsync()
    {
        if (!gateways.Default.TryGet<ICustomerVault>(out var vault))
        {
            table.Add(Note("store customer and card", "not supported", 0, "the gateway has no vault"));
            return;
        }

        var clock = Stopwatch.StartNew();
        var customer = await vault.UpsertCustomerAsync(Ada);
        table.Add(Stored("store customer", customer, clock));

        clock.Restart();
        var card = await vault.StorePaymentMethodAsync(
            new StorePaymentMethodRequest
            {
                CustomerId = Ada.Id,
                BillingAddress = Home,
                PaymentMethod = TestCard("4111111111111111", "123"),
            }
        );
        table.Add(Stored("store card", card, clock));
        _card = PaymentMethod.Stored(card.Id ?? "none");
    }

    private async Task SellAsync()
    {
        var order = NextOrder(49.90m);
        var sale = await ShowAsync(
            "sale",
            () => _shop.PayAsync(order, _card),
            new Expected(PaymentOutcome.Approved) { Code = "00", Approved = order.Total }
        );
        Keep(order, order.Total);
        await ShowFoundAsync("view the sale", () => _shop.LookUpAsync(sale.Transaction!), PaymentOutcome.Approved);
    }

    private async Task DeclineAsync()
    {
        await ShowAsync(
            "sale, not sufficient funds",
            () => _shop.PayAsync(NextOrder(51m, "[sandbox code=51]"), _card),
            new Expected(PaymentOutcome.Declined) { Code = "51" }
        );
        await ShowAsync(
            "sale, wrong security code",
            () => _shop.PayAsync(NextOrder(20m), TestCard("5555555555554444", "000")),
            new Expected(PaymentOutcome.Declined) { Code = "N7" }
        );
        await ShowAsync(
            "sale, expired card",
            () => _shop.PayAsync(NextOrder(20m), TestCard("378282246310005", "1234", 10, 2051)),
            new Expected(PaymentOutcome.Declined) { Code = "54" }
        );
    }

    private async Task ApprovePartlyAsync()
    {
        var order = NextOrder(10m, "[sandbox code=10 amount=7.50]");
        var partial = await ShowAsync(
            "sale, partial approval",
            () => _shop.PayAsync(order, _card, allowPartial: true),
            new Expected(PaymentOutcome.PartiallyApproved) { Code = "10", Approved = Money.Usd(7.50m) }
        );
        await ShowAsync(
            "void the partial sale",
            () => _shop.CancelAsync(order, partial.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Void }
        );
    }

    private async Task AuthorizeAndCaptureAsync()
    {
        var order = NextOrder(120m);
        var hold = await ShowAsync(
            "authorize",
            () => _shop.HoldAsync(order, _card),
            new Expected(PaymentOutcome.Approved) { Code = "00", PerformedAs = PaymentOperation.Authorize }
        );
        await ShowAsync(
            "sale while the authorization is open",
            () => _shop.PayAsync(NextOrder(5m), _card),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.OpenAuthorization }
        );
        await ShowAsync(
            "capture",
            () => _shop.ShipAsync(order, hold.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Capture, Approved = order.Total }
        );
        Keep(order, order.Total);
    }

    private async Task CaptureTooLateAsync()
    {
        var order = NextOrder(80m);
        var hold = await ShowAsync(
            "authorize",
            () => _shop.HoldAsync(order, _card),
            new Expected(PaymentOutcome.Approved) { Code = "00" }
        );
        sandbox.Clock.Advance(TimeSpan.FromDays(8));
        await ShowAsync(
            "capture after eight days",
            () => _shop.ShipAsync(order, hold.Transaction!),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.AuthorizationExpired }
        );
    }

    private async Task VoidAsync()
    {
        var order = NextOrder(33m);
        var sale = await ShowAsync("sale", () => _shop.PayAsync(order, _card), new Expected(PaymentOutcome.Approved));
        await ShowAsync(
            "void",
            () => _shop.CancelAsync(order, sale.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Void, Approved = order.Total }
        );
    }

    private async Task RefundAsync()
    {
        var order = NextOrder(60m);
        var sale = await ShowAsync("sale", () => _shop.PayAsync(order, _card), new Expected(PaymentOutcome.Approved));
        sandbox.SettleAll();
        var refunded = new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Refund };
        await ShowAsync(
            "refund a part",
            () => _shop.TakeBackAsync(order, sale.Transaction!, Money.Usd(25m), 1),
            refunded
        );
        await ShowAsync(
            "refund the rest",
            () => _shop.TakeBackAsync(order, sale.Transaction!, Money.Usd(35m), 2),
            refunded
        );
        await ShowAsync(
            "refund once more",
            () => _shop.TakeBackAsync(order, sale.Transaction!, Money.Usd(1m), 3),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.AlreadyReversed }
        );
    }

    private async Task CreditAsync()
    {
        var order = NextOrder(15m);
        await ShowAsync(
            "credit",
            () => _shop.PayOutAsync(order, _card),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Credit, Approved = order.Total }
        );
    }
}
