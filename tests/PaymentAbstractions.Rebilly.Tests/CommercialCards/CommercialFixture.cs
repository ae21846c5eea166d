namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>Shared steps and checks of the tests of commercial card data.</summary>
internal static class CommercialFixture
{
    /// <summary>The fields of <see cref="Orders.LevelThree"/> that do not belong to Level II.</summary>
    public static readonly string[] LevelThreeLeftOutAtTwo =
    [
        "OrderDate",
        "Tax.Calculation",
        "Freight",
        "FreightTax",
        "FreightTaxRate",
        "Duty",
        "Discount",
        "ShipTo.City",
        "ShipTo.Country",
        "ShipFromPostalCode",
        "LineItems[*].ProductCode",
        "LineItems[*].CommodityCode",
        "LineItems[*].CommodityCode.Scheme",
        "LineItems[*].Description",
        "LineItems[*].Quantity",
        "LineItems[*].UnitOfMeasure",
        "LineItems[*].UnitOfMeasureScheme",
        "LineItems[*].UnitPrice",
        "LineItems[*].Discount",
        "LineItems[*].Tax",
        "LineItems[*].TaxRate",
        "LineItems[*].TaxTreatment",
    ];

    public static Task<PaymentResult> SellAsync(this RebillyFixture fixture, CommercialCardData data) =>
        fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                CommercialCardData = data,
            },
            TestContext.Current.CancellationToken
        );

    public static string? SentField(this RebillyFixture fixture) => Orders.FieldOf(Assert.Single(fixture.Stub.Writes));

    public static List<RequestProblem> Check(PaymentRequest request, int length = 4000)
    {
        var problems = new ProblemList();
        var options = new RebillyOptions { CommercialDataCustomField = "level_data", MaxCommercialDataLength = length };
        RebillyRequestRules.Check(request, options, problems);
        try
        {
            problems.ThrowIfAny();
            return [];
        }
        catch (PaymentRequestException exception)
        {
            return [.. exception.Problems];
        }
    }

    public static RebillyFixture Approving(params (string Key, string? Value)[] settings)
    {
        var fixture = new RebillyFixture(settings);
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        return fixture;
    }

    public static async Task<IEnumerable<string>> Refused(RebillyFixture fixture, CommercialCardData data)
    {
        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.SellAsync(data));
        return exception.Problems.Select(problem => problem.Field);
    }

    public static void AssertSent(PaymentResult result, CommercialDataLevel level, bool passed, params string[] dropped)
    {
        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal((level, passed), (result.CommercialData.SentLevel!.Value, result.CommercialData.PassedThrough));
        Assert.Equal(dropped, result.CommercialData.DroppedFields);
        Assert.Null(result.CommercialData.ReportedLevel);
        Assert.False(result.CommercialData.LevelWasChanged);
    }
}
