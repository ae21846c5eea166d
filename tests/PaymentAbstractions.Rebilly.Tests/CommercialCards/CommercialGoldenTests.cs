namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>Every operation that sends the data, at every level, byte for byte.</summary>
public class CommercialGoldenTests
{
    public static MatrixTheoryData<PaymentOperation, int> Cases =>
        new(
            [PaymentOperation.Sale, PaymentOperation.Authorize, PaymentOperation.Capture, PaymentOperation.Credit],
            [1, 2, 3]
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_data_goes_into_its_custom_field(PaymentOperation operation, int level)
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        fixture.Stub.WithAuthorization(Txn.Authorization());
        var data = Orders.AtLevel(level);
        var token = TestContext.Current.CancellationToken;

        var result = operation switch
        {
            PaymentOperation.Sale => await fixture.Gateway.SaleAsync(
                Some.Sale() with
                {
                    CommercialCardData = data,
                    Metadata = Metadata.From([new("channel", "web")]),
                },
                token
            ),
            PaymentOperation.Authorize => await fixture.Gateway.AuthorizeAsync(
                Some.Authorize() with
                {
                    CommercialCardData = data,
                },
                token
            ),
            PaymentOperation.Capture => await fixture.Gateway.CaptureAsync(
                Some.Capture() with
                {
                    CommercialCardData = data,
                },
                token
            ),
            _ => await fixture.Gateway.CreditAsync(Some.Credit() with { CommercialCardData = data }, token),
        };

        GoldenFile.AssertMatches($"{operation}-level-{level}".ToLowerInvariant(), Assert.Single(fixture.Stub.Writes));
        Assert.Equal(
            ((CommercialDataLevel)level, true),
            (result.CommercialData.SentLevel!.Value, result.CommercialData.PassedThrough)
        );
        Assert.Empty(result.CommercialData.DroppedFields);
        Assert.Null(result.CommercialData.ReportedLevel);
    }
}
