using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>The vault: what is stored is shown, what is gone cannot be charged, and nobody gets the cards of another customer.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class VaultSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private const string Anchor = "the-vault";

    private VaultCapabilities Claims => Capabilities.Vault!;

    private ICustomerVault Vault =>
        Gateway.TryGet<ICustomerVault>(out var vault)
            ? vault
            : throw new InvalidOperationException("There is no vault.");

    /// <summary>A gateway offers the vault if and only if its capabilities describe one.</summary>
    [Fact]
    public Task The_vault_is_there_when_the_capabilities_say_so() =>
        HoldsAsync(
            "A gateway offers the vault if and only if its capabilities describe one.",
            Anchor,
            () =>
            {
                Assert.Equal(Capabilities.Vault is not null, Gateway.TryGet<ICustomerVault>(out _));
                if (Capabilities.Vault is { } claims)
                {
                    Assert.NotEmpty(claims.Operations);
                    Assert.Equal(claims.Supports(VaultOperation.StorePaymentMethod), claims.Storable.Count > 0);
                }
            }
        );

    /// <summary>An operation that the vault does not have is refused by its name before anything is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.VaultOperations), MemberType = typeof(ConformanceCases))]
    public Task What_the_vault_cannot_do_is_refused_before_anything_is_sent(VaultOperation operation) =>
        HoldsAsync(
            "An operation that the vault does not have is refused by its name before anything is sent.",
            Anchor,
            async () =>
            {
                if (Capabilities.Vault is null || Claims.Supports(operation))
                {
                    return;
                }

                var mark = Now();
                var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                    CallAsync(operation, Harness.UnknownCustomerId, "1")
                );
                Assert.Contains($"{operation}", refusal.Message, StringComparison.Ordinal);
                AssertNothingSent(mark);
            }
        );

    /// <summary>A customer that is stored is read, listed once, and updated by the same call.</summary>
    [Fact]
    public Task A_customer_that_is_stored_is_shown() =>
        HoldsAsync(
            "A customer that is stored is read, listed once, and updated by the same call.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.UpsertCustomer))
                {
                    return;
                }

                var customer = await Harness.NewCustomerAsync();
                var stored = await Vault.UpsertCustomerAsync(customer, Token);
                var repeated = await Vault.UpsertCustomerAsync(customer, Token);

                Assert.Equal((PaymentOutcome.Approved, customer.Id), (stored.Outcome, stored.Id));
                Assert.Equal((PaymentOutcome.Approved, customer.Id), (repeated.Outcome, repeated.Id));
                Assert.True(repeated.AlreadyExisted);
                if (Supports(VaultOperation.GetCustomer))
                {
                    var shown = await Vault.GetCustomerAsync(customer.Id, Token);
                    Assert.Equal(customer.Id, shown?.Id);
                    Assert.Equal(customer.Address?.Email, shown?.Address?.Email);
                }

                if (Supports(VaultOperation.ListCustomers))
                {
                    Assert.Single(await ListCustomersAsync(), one => one.Id == customer.Id);
                }
            }
        );

    /// <summary>What the provider does not know is told as such, and is no error.</summary>
    [Fact]
    public Task What_is_not_there_is_none() =>
        HoldsAsync(
            "What the provider does not know is told as such, and is no error.",
            Anchor,
            async () =>
            {
                if (Capabilities.Vault is null)
                {
                    return;
                }

                var (nobody, known) = (Harness.UnknownCustomerId, (await PayerAsync()).Customer);
                if (Supports(VaultOperation.GetCustomer))
                {
                    Assert.Null(await Vault.GetCustomerAsync(nobody, Token));
                }

                if (Supports(VaultOperation.ListPaymentMethods))
                {
                    Assert.Empty(await ListMethodsAsync(nobody));
                }

                foreach (var customer in new[] { nobody, known })
                {
                    if (Supports(VaultOperation.GetPaymentMethod))
                    {
                        Assert.Null(await Vault.GetPaymentMethodAsync(customer, Harness.UnknownPaymentMethodId, Token));
                    }

                    if (Supports(VaultOperation.RemovePaymentMethod))
                    {
                        AssertNotFound(
                            await Vault.RemovePaymentMethodAsync(customer, Harness.UnknownPaymentMethodId, Token)
                        );
                    }
                }

                if (Supports(VaultOperation.DeleteCustomer))
                {
                    AssertNotFound(await Vault.DeleteCustomerAsync(nobody, Token));
                }
            }
        );

    /// <summary>A customer that is deleted is not shown any more, and another one with its id is another one.</summary>
    [Fact]
    public Task A_customer_that_is_deleted_is_gone() =>
        HoldsAsync(
            "A customer that is deleted is not shown any more.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.DeleteCustomer))
                {
                    return;
                }

                var (customer, method) = await PayerAsync();
                Assert.Equal(PaymentOutcome.Approved, (await Vault.DeleteCustomerAsync(customer, Token)).Outcome);

                Assert.Null(await Vault.GetCustomerAsync(customer, Token));
                Assert.DoesNotContain(await ListCustomersAsync(), one => one.Id == customer);
                await AssertCannotPayAsync(customer, method);
            }
        );

    /// <summary>A key or card that must not be seen is in no exception and no result of the vault.</summary>
    [Fact]
    public Task The_vault_shows_no_secret() =>
        HoldsAsync(
            "A key or card that must not be seen is in no exception and no result of the vault.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.GetCustomer))
                {
                    return;
                }

                Assert.True(Harness.WrongCredentials.TryGet<ICustomerVault>(out var closed));
                var refusal = await Assert.ThrowsAsync<PaymentReadException>(() =>
                    closed.GetCustomerAsync(Harness.UnknownCustomerId, Token)
                );
                var (customer, _) = await PayerAsync();
                var methods = Supports(VaultOperation.ListPaymentMethods) ? await ListMethodsAsync(customer) : [];

                Assert.All(
                    Harness.Secrets,
                    secret =>
                    {
                        Assert.DoesNotContain(secret, refusal.ToString(), StringComparison.Ordinal);
                        Assert.All(
                            methods,
                            method => Assert.DoesNotContain(secret, $"{method}", StringComparison.Ordinal)
                        );
                    }
                );
            }
        );

    /// <summary>An id that would lead an address elsewhere is refused, with the value, before anything is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.VaultOperations), MemberType = typeof(ConformanceCases))]
    public Task An_id_that_is_a_path_is_refused(VaultOperation operation) =>
        HoldsAsync(
            "An id that would lead an address elsewhere is refused, with the value, before anything is sent.",
            Anchor,
            async () =>
            {
                if (!Supports(operation) || operation == VaultOperation.ListCustomers)
                {
                    return;
                }

                var mark = Now();
                var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
                    CallAsync(operation, "a/../b", "../1")
                );
                Assert.Contains("a/../b", refusal.Message, StringComparison.Ordinal);
                AssertNothingSent(mark);
            }
        );

    private bool Supports(VaultOperation operation) => Capabilities.Vault?.Supports(operation) == true;

    // A payer of the provider's record, with a stored card, made by whatever way the provider has.
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
            $"A method that is gone was charged: {result}"
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
