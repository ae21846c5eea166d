using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class VaultSuite<THarness>
{
    /// <summary>A customer or payment method that cannot be read is never reported as missing.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task What_cannot_be_read_is_not_told_as_none(ConformanceFault fault) =>
        HoldsAsync(
            "A customer or payment method that cannot be read is never reported as missing.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported())
                {
                    return;
                }

                var (customer, method) = await PayerAsync();
                foreach (
                    var operation in Claims.Operations.Where(one =>
                        one
                            is VaultOperation.GetCustomer
                                or VaultOperation.ListCustomers
                                or VaultOperation.GetPaymentMethod
                                or VaultOperation.ListPaymentMethods
                    )
                )
                {
                    if (!Harness.InjectAfter(0, fault))
                    {
                        throw NotApplicable(fault);
                    }

                    await Assert.ThrowsAsync<PaymentReadException>(() => CallAsync(operation, customer, method));
                    Harness.ClearFaults();
                    await Harness.WhenIdleAsync(Token);
                }
            }
        );

    /// <summary>A change that meets a fault claims nothing that is not proven, and a repeat makes it once.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_customer_that_is_stored_in_doubt_is_stored_once_by_a_repeat(ConformanceFault fault) =>
        HoldsAsync(
            "A change that meets a fault claims nothing that is not proven, and a repeat makes it once.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.UpsertCustomer))
                {
                    return;
                }

                for (var exchanges = 0; exchanges < 3; exchanges++)
                {
                    var customer = Harness.NewCustomer();
                    if (!Harness.InjectAfter(exchanges, fault))
                    {
                        throw NotApplicable(fault);
                    }

                    var first = await Vault.UpsertCustomerAsync(customer, Token);
                    Harness.ClearFaults();
                    await Harness.WhenIdleAsync(Token);
                    var isThere =
                        Supports(VaultOperation.GetCustomer)
                        && await Vault.GetCustomerAsync(customer.Id, Token) is not null;
                    var again = await Vault.UpsertCustomerAsync(customer, Token);

                    Assert.True(
                        first.Outcome switch
                        {
                            PaymentOutcome.Approved => isThere || !Supports(VaultOperation.GetCustomer),
                            PaymentOutcome.NotSent or PaymentOutcome.Rejected => !isThere,
                            PaymentOutcome.Unknown => true,
                            _ => false,
                        },
                        $"{fault} at exchange {exchanges + 1}: {first}, but the customer {(isThere ? "exists" : "does not exist")}."
                    );
                    Assert.Equal(PaymentOutcome.Approved, again.Outcome);
                    if (Supports(VaultOperation.ListCustomers))
                    {
                        Assert.Single(await ListCustomersAsync(), one => one.Id == customer.Id);
                    }
                }
            }
        );
}
