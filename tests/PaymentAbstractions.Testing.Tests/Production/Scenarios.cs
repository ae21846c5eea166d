namespace PaymentAbstractions.Testing.Tests.Production;

/// <summary>Sequences of calls that a checkout may make, with the answers of production.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Scenario> All { get; } =
        new Dictionary<string, Scenario>(StringComparer.Ordinal)
        {
            ["a key is repeated"] = new(
                "Approved; Approved",
                async shop =>
                {
                    await shop.SellAsync(10m);
                    await shop.SellAsync(10m);
                }
            ),
            ["a key has another amount, then another order"] = new(
                "Approved; refused Amount; refused OrderReference",
                async shop =>
                {
                    await shop.SellAsync(10m);
                    await shop.SellAsync(11m);
                    await shop.SellAsync(10m, order: "order-2");
                }
            ),
            ["an order has a second key, then another amount"] = new(
                "Approved; Approved AlreadyPaid; refused OrderReference",
                async shop =>
                {
                    await shop.SellAsync(10m, "first");
                    await shop.SellAsync(10m, "second");
                    await shop.SellAsync(11m, "third");
                }
            ),
            ["an order is paid again after its refund"] = new(
                "Approved; Approved; Reversed AlreadyReversed; Reversed AlreadyPaid; Approved",
                async shop =>
                {
                    var sale = await shop.SellAsync(10m, "first");
                    await shop.RefundAsync(sale, 10m, "refund");
                    await shop.SellAsync(10m, "first");
                    await shop.SellAsync(10m, "second");
                    await shop.AskAsync(
                        PaymentRequests.Sale(Money.Usd(10m), "third", "order-1") with
                        {
                            AdditionalPayment = true,
                        }
                    );
                }
            ),
            ["refunds go beyond the sale"] = new(
                "Approved; Approved; Rejected ExceedsAvailableAmount; Approved; Rejected AlreadyReversed; Rejected AlreadyReversed",
                async shop =>
                {
                    var sale = await shop.SellAsync(10m);
                    await shop.RefundAsync(sale, 6m, "refund-1");
                    await shop.RefundAsync(sale, 6m, "refund-2");
                    await shop.RefundAsync(sale, 4m, "refund-3");
                    await shop.RefundAsync(sale, 1m, "refund-4");
                    await shop.VoidAsync(sale, "void");
                }
            ),
            ["captures are partial"] = new(
                "Approved; Approved; Rejected ExceedsAvailableAmount; Approved; Approved",
                async shop =>
                {
                    var held = await shop.HoldAsync(10m);
                    await shop.CaptureAsync(held, 4m, "capture-1");
                    await shop.CaptureAsync(held, 7m, "capture-2");
                    await shop.CaptureAsync(held, 6m, "capture-3");
                    await shop.HoldAsync(10m);
                }
            ),
            ["a void follows a capture"] = new(
                "Approved; Approved; Rejected AlreadyReversed; Approved; Rejected AlreadyReversed",
                async shop =>
                {
                    var held = await shop.HoldAsync(10m);
                    var captured = await shop.CaptureAsync(held, 10m, "capture");
                    await shop.VoidAsync(held, "void-1");
                    await shop.VoidAsync(captured, "void-2");
                    await shop.RefundAsync(captured, 10m, "refund");
                }
            ),
            ["a capture follows a void"] = new(
                "Approved; Approved; Rejected AuthorizationNotOpen; Reversed AlreadyReversed",
                async shop =>
                {
                    var held = await shop.HoldAsync(10m);
                    await shop.VoidAsync(held, "void");
                    await shop.CaptureAsync(held, 10m, "capture");
                    await shop.HoldAsync(10m);
                }
            ),
            ["an order is authorized, then sold"] = new(
                "Approved; Approved AlreadyPaid",
                async shop =>
                {
                    await shop.HoldAsync(10m);
                    await shop.SellAsync(10m);
                }
            ),
            ["a sale is captured and an authorization refunded"] = new(
                "Approved; Rejected AuthorizationNotOpen; Approved; Rejected ExceedsAvailableAmount",
                async shop =>
                {
                    var sale = await shop.SellAsync(10m);
                    await shop.CaptureAsync(sale, 10m, "capture");
                    var held = await shop.HoldAsync(10m, order: "order-2");
                    await shop.RefundAsync(held, 10m, "refund");
                }
            ),
            ["an authorization expires"] = new(
                "Approved; Approved AuthorizationExpired; Rejected AuthorizationExpired",
                async shop =>
                {
                    var held = await shop.HoldAsync(10m);
                    shop.Clock.Advance(TimeSpan.FromHours(12));
                    await shop.HoldAsync(10m);
                    await shop.CaptureAsync(held, 10m, "capture");
                }
            ),
            ["the answer to a sale is lost"] = new(
                "Unknown NoTrustworthyAnswer; Approved",
                async shop =>
                {
                    shop.LoseNextAnswer(moneyMoved: true);
                    await shop.SellAsync(10m);
                    await shop.SellAsync(10m);
                }
            ),
            ["the answer to a sale is lost, and another key comes"] = new(
                "Unknown NoTrustworthyAnswer; Approved AlreadyPaid",
                async shop =>
                {
                    shop.LoseNextAnswer(moneyMoved: true);
                    await shop.SellAsync(10m, "first");
                    await shop.SellAsync(10m, "second");
                }
            ),
            ["a sale is lost, and another key comes"] = new(
                "Unknown NoTrustworthyAnswer; Unknown AlreadyInProgress; Approved; Approved AlreadyPaid",
                async shop =>
                {
                    shop.LoseNextAnswer(moneyMoved: false);
                    await shop.SellAsync(10m, "first");
                    await shop.SellAsync(10m, "second");
                    await shop.SellAsync(10m, "first");
                    await shop.SellAsync(10m, "second");
                }
            ),
            ["a sale is lost, and the key comes late"] = new(
                "Unknown NoTrustworthyAnswer; Approved",
                async shop =>
                {
                    shop.LoseNextAnswer(moneyMoved: false);
                    await shop.SellAsync(10m);
                    shop.Clock.Advance(TimeSpan.FromHours(1));
                    await shop.SellAsync(10m);
                }
            ),
            ["a capture is lost, and the key comes again"] = new(
                "Approved; Unknown NoTrustworthyAnswer; Approved",
                async shop =>
                {
                    var held = await shop.HoldAsync(10m);
                    shop.LoseNextAnswer(moneyMoved: false);
                    await shop.CaptureAsync(held, 10m, "capture");
                    await shop.CaptureAsync(held, 10m, "capture");
                }
            ),
            ["the answer to a refund is lost"] = new(
                "Approved; Unknown NoTrustworthyAnswer; Rejected ExceedsAvailableAmount; Approved; Approved",
                async shop =>
                {
                    var sale = await shop.SellAsync(10m);
                    shop.LoseNextAnswer(moneyMoved: true);
                    await shop.RefundAsync(sale, 6m, "refund-1");
                    await shop.RefundAsync(sale, 6m, "refund-2");
                    await shop.RefundAsync(sale, 6m, "refund-1");
                    await shop.SellAsync(10m);
                }
            ),
            ["a request has several problems"] = new(
                "refused IdempotencyKey; refused Amount PaymentMethod.Id OrderReference; Approved; Approved",
                async shop =>
                {
                    var wrong = PaymentRequests.Sale(key: "sale") with
                    {
                        Amount = default,
                        OrderReference = default,
                        PaymentMethod = new StoredPaymentMethod { Id = "" },
                    };
                    await shop.AskAsync(PaymentRequests.Sale() with { IdempotencyKey = default });
                    await shop.AskAsync(wrong);
                    await shop.SellAsync(10m);
                    await shop.SellAsync(10m);
                }
            ),
            ["a transaction is strange"] = new(
                "Rejected NotFound; Rejected NotFound; Rejected NotFound; refused Transaction",
                async shop =>
                {
                    var strange = PaymentRequests.Transaction();
                    await shop.CaptureAsync(strange, 10m, "capture");
                    await shop.VoidAsync(strange, "void");
                    await shop.RefundAsync(strange, 10m, "refund");
                    await shop.RefundAsync(PaymentRequests.Transaction(gateway: "other"), 10m, "refund");
                }
            ),
            ["commercial data has errors"] = new(
                "refused CommercialCardData.LineItems[0].NetAmount; refused Amount; Approved",
                async shop =>
                {
                    var sale = PaymentRequests.CommercialSale();
                    var data = sale.CommercialCardData!;
                    var first = data.LineItems[0] with { NetAmount = Money.Usd(30.01m) };
                    await shop.AskAsync(
                        sale with
                        {
                            CommercialCardData = data with { LineItems = [first, data.LineItems[1]] },
                        }
                    );
                    await shop.AskAsync(sale with { Amount = sale.Amount + Money.Usd(0.01m) });
                    await shop.AskAsync(sale);
                }
            ),
            ["commercial data comes to a gateway that takes none"] = new(
                "refused CommercialCardData; refused CommercialCardData.RequestedLevel; Approved",
                async shop =>
                {
                    var sale = PaymentRequests.CommercialSale();
                    var dropping = sale.CommercialCardData! with
                    {
                        WhenNotExpressible = WhenNotExpressible.DropAndReport,
                    };
                    await shop.AskAsync(sale);
                    await shop.AskAsync(
                        sale with
                        {
                            CommercialCardData = dropping with { RequestedLevel = RequestedDataLevel.LevelIII },
                        }
                    );
                    await shop.AskAsync(sale with { CommercialCardData = dropping });
                }
            )
            {
                HighestDataLevel = CommercialDataLevel.LevelI,
            },
        };
}
