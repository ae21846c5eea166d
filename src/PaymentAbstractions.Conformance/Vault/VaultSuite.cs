using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// The vault shows stored customers and payment methods, deleted ones cannot be charged, and the cards of other customers cannot be
/// accessed.
/// </summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract partial class VaultSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private VaultCapabilities Claims => Capabilities.Vault!;

    private ICustomerVault Vault =>
        Gateway.TryGet<ICustomerVault>(out var vault)
            ? vault
            : throw new InvalidOperationException("The gateway offers no vault.");

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

    /// <summary>An operation that the vault does not support is refused by name before anything is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.VaultOperations), MemberType = typeof(ConformanceCases))]
    public Task What_the_vault_cannot_do_is_refused_before_anything_is_sent(VaultOperation operation) =>
        HoldsAsync(
            "An operation that the vault does not support is refused by name before anything is sent.",
            "the-vault",
            async () => Assert.Equal(!Supports(operation), await IsRefusedAsUnsupported(operation))
        );

    /// <summary>A stored customer can be read, is listed once, and is updated by the same call.</summary>
    [Fact]
    public Task A_customer_that_is_stored_is_shown() =>
        HoldsAsync(
            "A stored customer can be read, is listed once, and is updated by the same call.",
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

    /// <summary>Customers and payment methods that the provider does not know are reported as not found, without an exception.</summary>
    [Fact]
    public Task What_is_not_there_is_none() =>
        HoldsAsync(
            "Customers and payment methods that the provider does not know are reported as not found, without an exception.",
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

    /// <summary>A deleted customer is no longer shown, and a new customer with its id is a different one.</summary>
    [Fact]
    public Task A_customer_that_is_deleted_is_gone() =>
        HoldsAsync(
            "A deleted customer is no longer shown.",
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

    /// <summary>No exception and no result of the vault contains a key or card number.</summary>
    [Fact]
    public Task The_vault_shows_no_secret() =>
        HoldsAsync(
            "No exception and no result of the vault contains a key or card number.",
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

                AssertShowsNoSecret(refusal);
                Assert.All(methods, method => AssertShowsNoSecret($"{method}"));
            }
        );

    /// <summary>An id that would change the path of a request is refused, with the value, before anything is sent.</summary>
    /// <param name="operation">The operation.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.VaultOperationsById), MemberType = typeof(ConformanceCases))]
    public Task An_id_that_is_a_path_is_refused(VaultOperation operation) =>
        HoldsAsync(
            "An id that would change the path of a request is refused, with the value, before anything is sent.",
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
