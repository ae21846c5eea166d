using static PaymentAbstractions.Rebilly.Tests.CommercialCards.CommercialFixture;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

public class CommercialPolicyTests
{
    // The data that the schemes require or accept at Level II, written out; the rest of the order is dropped.
    private static readonly string[] LevelTwoFields =
    [
        "CustomerReference",
        "InvoiceNumber",
        "Tax.Amount",
        "Tax.Treatment",
        "Tax.NationalAmount",
        "Tax.NationalRate",
        "ShipTo.Region",
        "ShipTo.PostalCode",
        "MerchantTaxId",
        "AdviceTexts",
    ];

    [Theory]
    [InlineData(WhenNotExpressible.Refuse)]
    [InlineData(WhenNotExpressible.DropAndReport)]
    public async Task Level_II_leaves_out_what_is_more_and_says_so(WhenNotExpressible policy)
    {
        await using var fixture = Approving(Orders.LongField);

        var result = await fixture.SellAsync(
            Orders.LevelThree with
            {
                RequestedLevel = RequestedDataLevel.LevelII,
                WhenNotExpressible = policy,
            }
        );

        Assert.Equal(
            """{"version":1,"currency":"USD","customerReference":"PO-88","invoiceNumber":"INV-7","tax":{"amount":1.01,"treatment":"taxable"},"shipTo":{"region":"IL","postalCode":"62701"}}""",
            fixture.SentField()
        );
        AssertSent(result, CommercialDataLevel.LevelII, passed: true, LevelThreeLeftOutAtTwo);
    }

    [Fact]
    public void Every_field_is_either_of_Level_II_or_left_out_at_it()
    {
        var kept = PaymentAbstractions.Rebilly.LevelTwoFields.Of(Orders.Everything).GivenFields();

        Assert.Equal(LevelTwoFields, kept);
    }

    [Theory]
    [InlineData(RequestedDataLevel.LevelIII)]
    [InlineData(RequestedDataLevel.BestEffort)]
    public async Task Level_III_passes_everything_on(RequestedDataLevel requested)
    {
        await using var fixture = Approving(Orders.LongField);

        var result = await fixture.SellAsync(Orders.LevelThree with { RequestedLevel = requested });

        AssertSent(result, CommercialDataLevel.LevelIII, passed: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Best_effort_passes_on_what_there_is(int level)
    {
        await using var fixture = Approving(Orders.Field);

        var result = await fixture.SellAsync(Orders.AtLevel(level));

        AssertSent(result, (CommercialDataLevel)level, passed: true);
        Assert.NotNull(fixture.SentField());
    }

    [Fact]
    public async Task Data_that_is_not_requested_is_not_passed_on()
    {
        await using var fixture = Approving(Orders.LongField);
        var data = Orders.LevelTwo with { RequestedLevel = RequestedDataLevel.None };

        var result = await fixture.SellAsync(data);

        Assert.DoesNotContain("customFields", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
        AssertSent(
            result,
            CommercialDataLevel.LevelI,
            passed: false,
            "CustomerReference",
            "Tax.Amount",
            "Tax.Treatment"
        );
    }

    [Fact]
    public async Task An_order_that_says_nothing_makes_no_field()
    {
        await using var fixture = Approving(Orders.Field);

        var result = await fixture.SellAsync(new CommercialCardData());

        Assert.DoesNotContain("customFields", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
        AssertSent(result, CommercialDataLevel.LevelI, passed: false);
    }

    [Fact]
    public async Task Without_the_option_the_policy_decides()
    {
        await using var fixture = Approving();

        var exact = await Refused(
            fixture,
            Orders.LevelTwo with
            {
                RequestedLevel = RequestedDataLevel.LevelII,
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            }
        );
        var strict = await Refused(fixture, Orders.LevelTwo);
        var dropped = await fixture.SellAsync(
            Orders.LevelTwo with
            {
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            }
        );

        Assert.Equal(["CommercialCardData.RequestedLevel"], exact);
        Assert.Equal(["CommercialCardData"], strict);
        AssertSent(
            dropped,
            CommercialDataLevel.LevelI,
            passed: false,
            "CustomerReference",
            "Tax.Amount",
            "Tax.Treatment"
        );
        Assert.DoesNotContain("customFields", Assert.Single(fixture.Stub.Writes).Body, StringComparison.Ordinal);
    }

    public static TheoryData<string, RequestedDataLevel> Missing =>
        new()
        {
            { "CustomerReference", RequestedDataLevel.LevelII },
            { "Tax.Amount", RequestedDataLevel.LevelII },
            { "CustomerReference", RequestedDataLevel.LevelIII },
            { "Tax.Amount", RequestedDataLevel.LevelIII },
            { "Freight", RequestedDataLevel.LevelIII },
            { "Duty", RequestedDataLevel.LevelIII },
            { "Discount", RequestedDataLevel.LevelIII },
            { "ShipTo.PostalCode", RequestedDataLevel.LevelIII },
            { "ShipTo.Country", RequestedDataLevel.LevelIII },
            { "ShipFromPostalCode", RequestedDataLevel.LevelIII },
            { "LineItems", RequestedDataLevel.LevelIII },
            { "LineItems[1].ProductCode", RequestedDataLevel.LevelIII },
            { "LineItems[1].CommodityCode", RequestedDataLevel.LevelIII },
            { "LineItems[1].Description", RequestedDataLevel.LevelIII },
            { "LineItems[1].UnitOfMeasure", RequestedDataLevel.LevelIII },
        };

    [Theory]
    [MemberData(nameof(Missing))]
    public void Fields_that_are_missing_for_the_level_are_named(string field, RequestedDataLevel level)
    {
        foreach (var policy in Enum.GetValues<WhenNotExpressible>())
        {
            var data = Without(field) with { RequestedLevel = level, WhenNotExpressible = policy };

            var problems = Check(Some.Sale() with { CommercialCardData = data });

            Assert.Equal([$"CommercialCardData.{field}"], problems.Select(problem => problem.Field));
            Assert.Contains($"{level} requires it", problems[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_incomplete_level_is_refused_before_anything_is_sent()
    {
        await using var fixture = Approving(Orders.LongField);

        var fields = await Refused(fixture, Orders.LevelOne with { RequestedLevel = RequestedDataLevel.LevelII });

        Assert.Equal(["CommercialCardData.CustomerReference", "CommercialCardData.Tax.Amount"], fields);
        Assert.Empty(fixture.Stub.Requests);
    }

    private static CommercialCardData Without(string field)
    {
        var all = Orders.LevelThree;
        var (first, last) = (all.LineItems[0], all.LineItems[1]);
        return field switch
        {
            "CustomerReference" => all with { CustomerReference = null },
            "Tax.Amount" => all with { Tax = null },
            "Freight" => all with { Freight = null },
            "Duty" => all with { Duty = null },
            "Discount" => all with { Discount = null },
            "ShipTo.PostalCode" => all with { ShipTo = all.ShipTo! with { PostalCode = null } },
            "ShipTo.Country" => all with { ShipTo = all.ShipTo! with { Country = null } },
            "ShipFromPostalCode" => all with { ShipFromPostalCode = null },
            "LineItems" => all with { LineItems = [] },
            "LineItems[1].ProductCode" => all with { LineItems = [first, last with { ProductCode = null }] },
            "LineItems[1].CommodityCode" => all with { LineItems = [first, last with { CommodityCode = null }] },
            "LineItems[1].Description" => all with { LineItems = [first, last with { Description = null }] },
            _ => all with { LineItems = [first, last with { UnitOfMeasure = null }] },
        };
    }
}
