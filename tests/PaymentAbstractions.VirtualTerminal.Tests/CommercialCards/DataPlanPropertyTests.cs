using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class DataPlanPropertyTests
{
    // Round amounts, so that folding succeeds often enough to be tested.
    private static readonly Gen<CommercialLineItem> AnyLine =
        from quantity in Gen.Elements(1m, 2m, 3m, 4m, 5m, 10m, 0.5m, 1.25m, 0.3333m)
        from price in Gen.Choose(0, 4_000)
        from finer in Gen.Frequency((9, Gen.Constant(0m)), (1, Gen.Elements(0.001m, 0.0025m)))
        from percent in Gen.Elements(0, 0, 0, 10, 25, 50, 100)
        let gross = decimal.Round(quantity * ((price / 100m) + finer), 2, MidpointRounding.AwayFromZero)
        select new CommercialLineItem
        {
            Quantity = quantity,
            UnitPrice = UnitPrice.Of((price / 100m) + finer, "USD"),
            Discount = Money.Usd(decimal.Round(gross * percent / 100, 2, MidpointRounding.ToZero)),
        };

    private static readonly Arbitrary<CommercialCardData> AnyOrder = (
        from count in Gen.Choose(1, 5)
        from lines in Gen.ArrayOf(AnyLine, count)
        from discount in Gen.Elements(0, 0, 5, 10, 50)
        from duty in Gen.Elements(0m, 0m, 1m, 4m, 12.50m)
        from dropping in Gen.Elements(WhenNotExpressible.Refuse, WhenNotExpressible.DropAndReport)
        from level in Gen.Elements(RequestedDataLevel.BestEffort, RequestedDataLevel.LevelIII)
        let net = lines.Sum(Net)
        select Some.LevelII with
        {
            RequestedLevel = level,
            WhenNotExpressible = dropping,
            ShipToStoredAddressId = "311",
            Discount = Money.Usd(decimal.Round(net * discount / 100, 2, MidpointRounding.ToZero)),
            Duty = Money.Usd(duty),
            LineItems = ValueList.Create<CommercialLineItem>([
                .. lines.Select((line, i) => line with { ProductCode = $"P-{i + 1}" }),
            ]),
        }
    ).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    [Fact]
    public void Level_iii_data_adds_up_to_the_amount_exactly_or_is_not_sent()
    {
        var (sent, folded, refused) = (0, 0, 0);

        Prop.ForAll(
                AnyOrder,
                data =>
                {
                    var plan = Plans.Of(data, folds: true);
                    if (!plan.IsPossible || plan.Level != CommercialDataLevel.LevelIII)
                    {
                        refused++;
                        return plan.Lines.Count == 0 && (plan.IsPossible || plan.Problems.All(IsTold));
                    }

                    sent++;
                    folded +=
                        data.Discount != Money.Usd(0) || data.LineItems.Any(line => Net(line) != Gross(line)) ? 1 : 0;
                    var adjusted = data.LineItems.Sum(Net) - data.Discount!.Value.Amount + data.Duty!.Value.Amount;
                    return plan.Lines.Sum(line => line.Quantity * line.Price) == adjusted
                        && plan.Lines.All(line => line.Price > 0 && decimal.Round(line.Price, 2) == line.Price)
                        && plan.Tax.Amount + plan.Freight.Amount + adjusted == Plans.AmountOf(data).Amount;
                }
            )
            .Check(Many);

        // The generator must produce all three cases.
        Assert.True(sent > 100 && folded > 50 && refused > 100, $"{sent} sent, {folded} folded, {refused} refused.");
    }

    [Fact]
    public void Without_the_option_a_price_is_never_changed()
    {
        Prop.ForAll(
                AnyOrder,
                data =>
                    Plans
                        .Of(data)
                        .Lines.Zip(data.LineItems)
                        .All(pair => pair.First.Price == pair.Second.UnitPrice.Amount)
            )
            .Check(Many);
    }

    [Fact]
    public void The_same_data_always_gives_the_same_plan()
    {
        Prop.ForAll(AnyOrder, data => Plans.Of(data, folds: true) == Plans.Of(data with { }, folds: true)).Check(Many);
    }

    [Fact]
    public void A_plan_depends_on_the_order_of_the_lines_in_their_order_alone()
    {
        Prop.ForAll(
                AnyOrder,
                data =>
                {
                    var plan = Plans.Of(data, folds: true);
                    var turned = Plans.Of(
                        data with
                        {
                            LineItems = ValueList.Create<CommercialLineItem>([.. data.LineItems.Reverse()]),
                        },
                        folds: true
                    );
                    return plan.Level == turned.Level
                        && plan.DroppedFields.Equals(turned.DroppedFields)
                        && plan.Lines.SequenceEqual(turned.Lines.Reverse())
                        && plan.Problems.Count == turned.Problems.Count;
                }
            )
            .Check(Many);
    }

    [Fact]
    public void Dropping_always_finds_a_level()
    {
        Prop.ForAll(
                AnyOrder,
                data =>
                    Plans
                        .Of(
                            data with
                            {
                                RequestedLevel = RequestedDataLevel.BestEffort,
                                WhenNotExpressible = WhenNotExpressible.DropAndReport,
                            }
                        )
                        .IsPossible
            )
            .Check(Many);
    }

    private static bool IsTold(RequestProblem problem) =>
        problem.Field.StartsWith("CommercialCardData.LineItems[", StringComparison.Ordinal)
        || problem.Field is "CommercialCardData.Discount" or "CommercialCardData.Duty";

    private static decimal Gross(CommercialLineItem line) =>
        decimal.Round(line.Quantity * line.UnitPrice.Amount, 2, MidpointRounding.AwayFromZero);

    private static decimal Net(CommercialLineItem line) => Gross(line) - line.Discount!.Value.Amount;
}
