using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class LeftOutFieldTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("Spring order", null, true)]
    [InlineData("Spring order", "order_reference", false)]
    public async Task An_order_reference_beside_a_description_needs_a_custom_field(
        string? description,
        string? field,
        bool isLeftOut
    )
    {
        await using var fixture = new RebillyFixture(("OrderReferenceCustomField", field));
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                Description = description,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(isLeftOut ? ["OrderReference"] : [], result.LeftOutFields);
    }

    [Theory]
    [InlineData(StoredCredentialUse.First, false)]
    [InlineData(StoredCredentialUse.LaterByCustomer, false)]
    [InlineData(StoredCredentialUse.MerchantRecurring, true)]
    [InlineData(StoredCredentialUse.MerchantInstallment, true)]
    [InlineData(StoredCredentialUse.MerchantUnscheduled, true)]
    public async Task The_use_of_a_stored_credential_is_sent_where_there_is_a_field(
        StoredCredentialUse use,
        bool isMerchantInitiated
    )
    {
        var (result, body) = await SellAsync(Some.Sale() with { StoredCredentialUse = use });

        Assert.Equal(["StoredCredentialUse"], result.LeftOutFields);
        Assert.Equal(isMerchantInitiated, body["isMerchantInitiated"] is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_address_of_the_customer_is_not_sent_with_a_payment(bool creates)
    {
        var (result, _) = await SellAsync(
            Some.Sale() with
            {
                Customer = Some.Customer with { CreateOrUpdate = creates, Address = Some.Address },
            }
        );

        Assert.Equal(["Customer.Address"], result.LeftOutFields);
    }

    [Fact]
    public async Task A_billing_address_beside_a_token_is_sent()
    {
        var (result, body) = await SellAsync(
            Some.Sale() with
            {
                PaymentMethod = PaymentMethod.Token("tok_1"),
                BillingAddress = Some.Address,
            }
        );

        Assert.Empty(result.LeftOutFields);
        Assert.Equal("Springfield", body["billingAddress"]!["city"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_billing_address_beside_a_token_has_no_place_in_the_vault()
    {
        await using var fixture = new RebillyFixture();

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.StorePaymentMethodAsync(
                new StorePaymentMethodRequest
                {
                    CustomerId = "cus_1",
                    PaymentMethod = PaymentMethod.Token("tok_1"),
                    BillingAddress = Some.Address,
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("BillingAddress", Assert.Single(exception.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    private static async Task<(PaymentResult Result, JsonNode Body)> SellAsync(SaleRequest request)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        return (result, JsonNode.Parse(Assert.Single(fixture.Stub.Writes).Body)!);
    }
}
