namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Whole answers as Rebilly writes them, including unused members.</summary>
public class GoldenAnswerTests
{
    [Fact]
    public async Task An_approval_keeps_the_codes_apart()
    {
        var result = await SaleAsync("answer-approved");

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (result.Outcome, result.Reason));
        Assert.Equal(RebillyFixture.Ref("txn_golden"), result.Transaction);
        Assert.Equal((Some.Amount, new Money(11.40m, Currency.Eur)), (result.ApprovedAmount, result.ProcessedAmount));
        Assert.Equal(("00", "00", "Approved"), (result.Code?.Value, result.Provider.Code, result.Provider.Message));
        Assert.Equal(("A1", "OK"), (result.Provider.NetworkCode, result.Provider.NetworkMessage));
        Assert.Equal(
            (VerificationMatch.Match, CvvStatus.Match),
            (result.Verification.Avs.Street, result.Verification.Cvv.Status)
        );
        Assert.Equal((201, PaymentOperation.Sale), (result.Answer?.HttpStatus, result.PerformedAs));
    }

    [Fact]
    public async Task A_decline_reads_its_code_as_the_brand_does()
    {
        var result = await SaleAsync("answer-declined");

        Assert.Equal((PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer), (result.Outcome, result.Reason));
        Assert.Equal(ResponseCode.Parse("79").ForBrand(CardBrand.Mastercard).Meaning, result.Code?.Meaning);
        Assert.Equal(
            ("2079", "Lifecycle (Mastercard use only)"),
            (result.Provider.NetworkCode, result.Provider.NetworkMessage)
        );
        Assert.Null(result.ApprovedAmount);
        Assert.Null(result.PerformedAs);
    }

    [Fact]
    public async Task A_wait_names_the_address_and_no_code()
    {
        var result = await SaleAsync("answer-waiting");

        Assert.Equal((PaymentOutcome.Pending, PaymentReason.WaitingForCustomer), (result.Outcome, result.Reason));
        Assert.Equal(
            "https://pay.example.com/approve/txn_golden",
            (result.NextAction as RedirectAction)?.Url.AbsoluteUri
        );
        Assert.Null(result.Code);
    }

    private static async Task<PaymentResult> SaleAsync(string name)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(201, GoldenFile.Read($"{name}.json")));

        return await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);
    }
}
