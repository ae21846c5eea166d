using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class VaultSuite<THarness>
{
    private bool Supports(VaultOperation operation) => Capabilities.Vault?.Supports(operation) == true;

    // An unsupported operation is refused by name, and nothing is sent; without a vault there is nothing to call.
    private async Task<bool> IsRefusedAsUnsupported(VaultOperation? operation = null)
    {
        if (Capabilities.Vault is null)
        {
            Assert.False(Gateway.TryGet<ICustomerVault>(out _));
            return true;
        }

        if (operation is not { } asked || Supports(asked))
        {
            return false;
        }

        var mark = Now();
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            CallAsync(asked, Harness.UnknownCustomerId, "1")
        );
        Assert.Contains($"{asked}", refusal.Message, StringComparison.Ordinal);
        AssertNothingSent(mark);
        return true;
    }

    // A customer in the provider's record with a stored card, created in any way that the provider supports.
    private async Task<(string Customer, string Method)> PayerAsync()
    {
        var sale = await Harness.NewSaleAsync(PaymentMethodKind.Stored);
        return (sale.Customer!.Id, Assert.IsType<StoredPaymentMethod>(sale.PaymentMethod).Id);
    }

    private async Task<SaleRequest> SaleByAsync(string customer, PaymentMethod method) =>
        await Harness.NewSaleAsync() with
        {
            Customer = new Customer { Id = customer },
            PaymentMethod = method,
        };

    private async Task AssertCannotPayAsync(string customer, string method)
    {
        var mark = Now();
        var result = await SendAsync(await SaleByAsync(customer, PaymentMethod.Stored(method)));
        Assert.True(
            result.Outcome
                is PaymentOutcome.Declined
                    or PaymentOutcome.Rejected
                    or PaymentOutcome.NotSent
                    or PaymentOutcome.Unknown,
            $"A deleted payment method was charged: {result}"
        );
        Assert.Empty(await Since(mark));
    }

    private async Task<List<VaultCustomer>> ListCustomersAsync()
    {
        var found = new List<VaultCustomer>();
        await foreach (var customer in Vault.ListCustomersAsync(Token))
        {
            found.Add(customer);
        }

        return found;
    }

    private async Task<List<VaultPaymentMethod>> ListMethodsAsync(string customer)
    {
        var found = new List<VaultPaymentMethod>();
        await foreach (var method in Vault.ListPaymentMethodsAsync(customer, Token))
        {
            found.Add(method);
        }

        return found;
    }

    private static void AssertNotFound(VaultResult result) =>
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (result.Outcome, result.Reason));

    private async Task CallAsync(VaultOperation operation, string customer, string method)
    {
        switch (operation)
        {
            case VaultOperation.UpsertCustomer:
                await Vault.UpsertCustomerAsync(new Customer { Id = customer }, Token);
                break;
            case VaultOperation.GetCustomer:
                await Vault.GetCustomerAsync(customer, Token);
                break;
            case VaultOperation.ListCustomers:
                await ListCustomersAsync();
                break;
            case VaultOperation.DeleteCustomer:
                await Vault.DeleteCustomerAsync(customer, Token);
                break;
            case VaultOperation.StorePaymentMethod:
                await Vault.StorePaymentMethodAsync(
                    new StorePaymentMethodRequest
                    {
                        CustomerId = customer,
                        PaymentMethod = PaymentMethod.Token("tok_1"),
                    },
                    Token
                );
                break;
            case VaultOperation.GetPaymentMethod:
                await Vault.GetPaymentMethodAsync(customer, method, Token);
                break;
            case VaultOperation.ListPaymentMethods:
                await ListMethodsAsync(customer);
                break;
            case VaultOperation.UpdatePaymentMethod:
                await Vault.UpdatePaymentMethodAsync(Renewal(customer, method), Token);
                break;
            case VaultOperation.RemovePaymentMethod:
                await Vault.RemovePaymentMethodAsync(customer, method, Token);
                break;
            case VaultOperation.SetDefaultPaymentMethod:
                await Vault.SetDefaultPaymentMethodAsync(customer, method, Token);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    private static UpdatePaymentMethodRequest Renewal(string customer, string method) =>
        new()
        {
            CustomerId = customer,
            PaymentMethodId = method,
            ExpiryMonth = 11,
            ExpiryYear = 2035,
        };
}
