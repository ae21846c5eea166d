using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>The vault: what is stored is shown, what is gone cannot be charged, and nobody gets the cards of another customer.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class VaultSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
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
            "the-vault",
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
            "the-vault",
            async () => Assert.Equal(!Supports(operation), await IsRefusedAsUnsupported(operation))
        );

    /// <summary>A customer that is stored is read, listed once, and updated by the same call.</summary>
    [Fact]
    public Task A_customer_that_is_stored_is_shown() =>
        HoldsAsync(
            "A customer that is stored is read, listed once, and updated by the same call.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.UpsertCustomer))
                {
                    return;
                }

                var customer = Harness.NewCustomer();
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
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported())
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
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.DeleteCustomer))
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
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.GetCustomer))
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
    [MemberData(nameof(ConformanceCases.VaultOperationsById), MemberType = typeof(ConformanceCases))]
    public Task An_id_that_is_a_path_is_refused(VaultOperation operation) =>
        HoldsAsync(
            "An id that would lead an address elsewhere is refused, with the value, before anything is sent.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(operation))
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
}
