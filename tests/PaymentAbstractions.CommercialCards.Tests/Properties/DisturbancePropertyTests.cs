using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed partial class DisturbancePropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void One_minor_unit_in_any_part_is_caught_and_named(int by) =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    Assert.All(Disturbance.Of(shop.Build(), by), AssertCaught);
                }
            )
            .Check(Many);

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(1_000)]
    [InlineData(-1_000)]
    public void More_than_one_minor_unit_in_any_part_is_caught_as_an_error(int by) =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    Assert.All(
                        Disturbance.Of(shop.Build(), by),
                        disturbance => AssertCaught(disturbance with { MayBeARounding = false })
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_price_that_moves_a_fractional_line_by_two_minor_units_is_caught_and_named() =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    Assert.All(Disturbance.OfFractionalPrices(shop.Build()), AssertCaught);
                }
            )
            .Check(Many);

    [Fact]
    public void Without_stated_net_amounts_the_amount_catches_every_price_and_discount() =>
        Prop.ForAll(
                BuiltOrder.Any,
                shop =>
                {
                    var disturbances =
                        from disturbance in Disturbance.Of(shop.Build(), 1)
                        where
                            disturbance.Part.EndsWith(".UnitPrice", StringComparison.Ordinal)
                            || disturbance.Part.EndsWith(".Discount", StringComparison.Ordinal)
                        select disturbance with
                        {
                            Data = disturbance.Data.Lines(line => line with { NetAmount = null }),
                            Fields = ["Amount", "Discount", .. disturbance.Fields],
                            MayBeARounding = false,
                        };

                    Assert.All(disturbances, AssertCaught);
                }
            )
            .QuickCheckThrowOnFailure();

    private static void AssertCaught(Disturbance disturbance)
    {
        var findings = Orders.Validate(disturbance.Data, disturbance.Amount, CommercialDataLevel.LevelIII);

        Assert.True(
            findings.Any(finding => Names(finding, disturbance)),
            $"{disturbance} is not caught: {string.Join(" ", findings.Select(finding => finding.Told()))}"
        );
    }

    private static bool Names(CommercialCardFinding finding, Disturbance disturbance)
    {
        var isSevere =
            finding.Severity == CommercialCardSeverity.Error
            || (disturbance.MayBeARounding && finding.Rule == CommercialCardRule.NetAmountMatchesParts);
        var off = Units(finding.Actual, disturbance) - Units(finding.Expected, disturbance);

        // A discount that exceeds the rest of the line or of all lines is reported with the excess.
        var isOver = finding.Rule is CommercialCardRule.DiscountWithinLine or CommercialCardRule.DiscountWithinOrder;
        return isSevere
            && disturbance.Fields.Contains(finding.Field)
            && (
                Math.Abs(off) == Math.Abs(disturbance.Effect)
                || (isOver && off > 0 && off <= Math.Abs(disturbance.Effect))
                || (finding.Rule == CommercialCardRule.NotNegative && off < 0 && off >= -Math.Abs(disturbance.Effect))
            );
    }

    private static long Units(string text, Disturbance disturbance) =>
        Number().Match(text) is { Success: true } match
            ? (long)(
                decimal.Parse(match.Value, CultureInfo.InvariantCulture)
                / Money.FromMinorUnits(1, disturbance.Amount.Currency).Amount
            )
            : long.MaxValue / 2;

    [GeneratedRegex(@"-?\d+(\.\d+)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
