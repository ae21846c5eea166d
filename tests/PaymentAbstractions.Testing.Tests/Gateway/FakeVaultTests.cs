namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeVaultTests
{
    private static readonly Customer Shopper = new() { Id = "customer" };

    private readonly FakePaymentGateway _gateway = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_are_kept_and_methods_numbered()
    {
        var vault = VaultOf(_gateway);
        var method = Store(PaymentMethod.Token("t"));

        var early = await vault.StorePaymentMethodAsync(method, Token);
        var created = await vault.UpsertCustomerAsync(Shopper, Token);
        var updated = await vault.UpsertCustomerAsync(Shopper, Token);
        var stored = await vault.StorePaymentMethodAsync(method, Token);
        var second = await vault.StorePaymentMethodAsync(method, Token);
        await vault.SetDefaultPaymentMethodAsync("customer", second.Id!, Token);

        Assert.Equal(PaymentReason.NotFound, early.Reason);
        Assert.False(created.AlreadyExisted);
        Assert.True(updated.AlreadyExisted);
        Assert.Equal((PaymentOutcome.Approved, "method_1"), (stored.Outcome, stored.Id));
        Assert.Equal(Shopper, _gateway.Customers["customer"]);
        Assert.Equal("method_2", (await vault.GetCustomerAsync("customer", Token))?.DefaultPaymentMethodId);
        Assert.Equal(stored.PaymentMethod, await vault.GetPaymentMethodAsync("customer", "method_1", Token));
        Assert.Equal(["method_1", "method_2"], await MethodsAsync(vault));
    }

    [Fact]
    public async Task A_card_shows_what_its_owner_knows_it_by_and_can_be_renewed()
    {
        var vault = VaultOf(_gateway);
        await vault.UpsertCustomerAsync(Shopper, Token);
        var card = new PaymentCard
        {
            Number = new CardNumber("5555555555554444"),
            ExpiryMonth = 12,
            ExpiryYear = 2090,
        };

        var stored = await vault.StorePaymentMethodAsync(Store(card), Token);
        var renewed = await vault.UpdatePaymentMethodAsync(
            new UpdatePaymentMethodRequest
            {
                CustomerId = "customer",
                PaymentMethodId = stored.Id!,
                ExpiryMonth = 1,
                ExpiryYear = 2095,
            },
            Token
        );

        Assert.Equal(
            (CardBrand.Mastercard, "4444", 2090),
            (
                stored.PaymentMethod!.Details.Brand,
                stored.PaymentMethod.Details.LastFour,
                stored.PaymentMethod.Details.ExpiryYear
            )
        );
        Assert.Equal((1, 2095), (renewed.PaymentMethod!.Details.ExpiryMonth, renewed.PaymentMethod.Details.ExpiryYear));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_removed_method_cannot_be_charged(bool withCustomer)
    {
        var vault = VaultOf(_gateway);
        await vault.UpsertCustomerAsync(Shopper, Token);
        var stored = await vault.StorePaymentMethodAsync(Store(PaymentMethod.Token("t")), Token);
        var sale = PaymentRequests.Sale() with { PaymentMethod = stored.PaymentMethod!.ToPaymentMethod() };

        var removed = withCustomer
            ? await vault.DeleteCustomerAsync("customer", Token)
            : await vault.RemovePaymentMethodAsync("customer", stored.Id!, Token);
        var charged = await _gateway.SaleAsync(sale, Token);

        Assert.Equal(PaymentOutcome.Approved, removed.Outcome);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (charged.Outcome, charged.Reason));
        Assert.Empty(await MethodsAsync(vault));
    }

    [Fact]
    public async Task A_request_that_the_provider_does_not_support_is_refused_as_in_production()
    {
        var everything = _gateway.Capabilities;
        var vault = VaultOf(
            new FakePaymentGateway
            {
                Capabilities = everything with
                {
                    Vault = everything.Vault! with
                    {
                        Operations = [VaultOperation.UpsertCustomer, VaultOperation.StorePaymentMethod],
                        Storable = [PaymentMethodKind.Token],
                    },
                },
            }
        );
        var account = new IbanBankAccount { AccountNumber = new BankAccountNumber("DE89370400440532013000") };

        await Assert.ThrowsAsync<PaymentRequestException>(() => vault.DeleteCustomerAsync("customer", Token));
        await Assert.ThrowsAsync<PaymentRequestException>(() => vault.StorePaymentMethodAsync(Store(account), Token));
        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            vault.UpsertCustomerAsync(new Customer { Id = "a/../b" }, Token)
        );
    }

    private static ICustomerVault VaultOf(FakePaymentGateway gateway) =>
        gateway.TryGet<ICustomerVault>(out var vault)
            ? vault
            : throw new InvalidOperationException("There is no vault.");

    private static StorePaymentMethodRequest Store(PaymentMethod method) =>
        new() { CustomerId = "customer", PaymentMethod = method };

    private static async Task<List<string>> MethodsAsync(ICustomerVault vault)
    {
        var ids = new List<string>();
        await foreach (var method in vault.ListPaymentMethodsAsync("customer", Token))
        {
            ids.Add(method.Id);
        }

        return ids;
    }
}
