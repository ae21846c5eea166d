using static PaymentAbstractions.Rebilly.Tests.CommercialCards.CommercialFixture;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>Values that do not fit into the custom field or are not valid in it.</summary>
public class CommercialLimitTests
{
    [Theory]
    [InlineData(RequestedDataLevel.LevelIII, WhenNotExpressible.Refuse)]
    [InlineData(RequestedDataLevel.LevelIII, WhenNotExpressible.DropAndReport)]
    [InlineData(RequestedDataLevel.BestEffort, WhenNotExpressible.Refuse)]
    public async Task Data_too_long_for_the_field_is_refused(RequestedDataLevel level, WhenNotExpressible policy)
    {
        await using var fixture = Approving(Orders.Field);
        var data = Orders.LevelThree with { RequestedLevel = level, WhenNotExpressible = policy };

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.SellAsync(data));

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("CommercialCardData", problem.Field);
        Assert.Contains(
            "more than the 255 of the option MaxCommercialDataLength",
            problem.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Data_that_is_too_long_is_lowered_to_Level_II_when_that_is_permitted()
    {
        await using var fixture = Approving(Orders.Field);

        var result = await fixture.SellAsync(
            Orders.LevelThree with
            {
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            }
        );

        AssertSent(result, CommercialDataLevel.LevelII, passed: true, LevelThreeLeftOutAtTwo);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1)]
    public async Task Data_that_no_longer_reaches_a_level_is_not_passed_on_in_part(int length)
    {
        await using var fixture = Approving([.. Orders.Field, ("MaxCommercialDataLength", $"{length}")]);
        var data = Orders.LevelThree with
        {
            CustomerReference = length == 1 ? "PO-88" : null,
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
        };

        var result = await fixture.SellAsync(data);

        Assert.DoesNotContain("customFields", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
        AssertSent(result, CommercialDataLevel.LevelI, passed: false, [.. data.GivenFields()]);
    }

    [Fact]
    public void The_length_of_the_option_still_fits()
    {
        var length = CommercialDataText.Of(Orders.LevelThree, Currency.Usd).Length;
        var sale = Some.Sale() with { CommercialCardData = Orders.LevelThree };

        Assert.Empty(Check(sale, length));
        Assert.Single(Check(sale, length - 1));
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_refused()
    {
        var texts = new[]
        {
            Orders.LevelOne with
            {
                AdviceTexts = ["a\ud800"],
            },
            Orders.LevelOne with
            {
                ShipTo = new Address { Line2 = "\udc00" },
            },
            Orders.LevelThree with
            {
                LineItems =
                [
                    Orders.LevelThree.LineItems[0],
                    Orders.LevelThree.LineItems[1] with
                    {
                        Description = "wire \ud800",
                    },
                ],
            },
        };

        Assert.All(
            texts,
            data =>
                Assert.Equal(
                    ["CommercialCardData"],
                    Check(Some.Sale() with { CommercialCardData = data }).Select(problem => problem.Field)
                )
        );
    }

    [Fact]
    public async Task An_invalid_amount_is_reported_and_does_no_harm()
    {
        await using var fixture = Approving(Orders.LongField);
        var data = Orders.LevelThree with { Duty = default(Money), LineItems = [null!] };

        var fields = await Refused(fixture, data with { RequestedLevel = RequestedDataLevel.LevelIII });

        Assert.Contains("CommercialCardData.Duty", fields);
        Assert.Contains("CommercialCardData.LineItems[0]", fields);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("level_data", 1)]
    [InlineData("level_datum", 0)]
    public void The_field_is_not_shared_with_metadata(string name, int expected)
    {
        var metadata = Metadata.From([new(name, "{}")]);

        foreach (var request in new PaymentRequest[] { Some.Sale(), Some.Capture(), Some.Credit() })
        {
            var problems = Check(request with { Metadata = metadata });

            Assert.Equal(expected, problems.Count);
            Assert.All(problems, problem => Assert.Equal("Metadata", problem.Field));
        }
    }
}
