using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class BuiltOrderPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void A_built_order_is_valid_and_complete() =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    var order = shop.Build();
                    var findings = Orders.Validate(order.Data, order.Amount, CommercialDataLevel.LevelIII);

                    Assert.DoesNotContain(findings, finding => finding.Severity == CommercialCardSeverity.Error);
                    Assert.DoesNotContain(
                        findings,
                        finding =>
                            finding.Rule is not (CommercialCardRule.SchemeTaxWindow or CommercialCardRule.SchemeLimit)
                    );
                    Assert.Equal(CommercialDataLevel.LevelIII, CommercialCardClassifier.Classify(order.Data).Level);
                }
            )
            .Check(Many);

    [Fact]
    public void The_builder_calculates_the_same_amounts_as_decimals() =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    var order = shop.Build();

                    Assert.Equal(shop.Amount, order.Amount.Amount);
                    Assert.Equal(shop.Tax, order.Totals.Tax.Amount);
                    Assert.Equal(shop.LineSum, order.Totals.Lines.Amount);
                    Assert.Equal(
                        shop.Lines.Select(line => line.Net(shop.Currency)),
                        order.Data.LineItems.Select(line => line.NetAmount!.Value.Amount)
                    );
                }
            )
            .Check(Many);

    [Fact]
    public void An_order_for_level_ii_has_lines_too_because_they_make_the_amount()
    {
        var builder = new CommercialCardBuilder(Currency.Usd).ForCustomer("PO-88").WithTax(6.60m).WithFreight(10m);

        var refused = Assert.Throws<PaymentRequestException>(() => builder.Build(CommercialDataLevel.LevelII));
        builder.AddLine("BOLT-10", "31161600", "Steel bolt M10", quantity: 2, unitPrice: 40m);
        var order = builder.Build(CommercialDataLevel.LevelII);

        Assert.Equal(["LineItems"], refused.Problems.Select(problem => problem.Field));
        Assert.Equal(Money.Usd(96.60m), order.Amount);
    }

    [Fact]
    public void Totals_do_not_depend_on_the_order_of_the_lines() =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    var order = shop.Build();
                    var turned = order.Data with { LineItems = [.. order.Data.LineItems.Reverse()] };

                    Assert.Equal(order.Totals, CommercialCardTotals.Of(turned, shop.Currency));
                    Assert.Empty(
                        Orders
                            .Validate(turned, order.Amount, CommercialDataLevel.LevelIII, CardBrand.Jcb)
                            .Select(finding => finding.Told())
                    );
                }
            )
            .QuickCheckThrowOnFailure();
}
