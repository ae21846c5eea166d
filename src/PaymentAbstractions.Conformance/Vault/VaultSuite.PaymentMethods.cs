using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class VaultSuite<THarness>
{
    /// <summary>A stored card is listed and read with what its owner knows it by.</summary>
    [Fact]
    public Task A_stored_method_is_shown_with_its_details() =>
        HoldsAsync(
            "A stored card is listed and read with what its owner knows it by.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.ListPaymentMethods))
                {
                    return;
                }

                var (customer, id) = await PayerAsync();

                var listed = Assert.Single(await ListMethodsAsync(customer), method => method.Id == id);
                Assert.Equal(customer, listed.CustomerId);
                Assert.Equal((PaymentMethodKind.PaymentCard, id), (listed.Details.Kind, listed.Details.Id));
                Assert.Matches("^[0-9]{4}$", listed.Details.LastFour);
                Assert.True(listed.Details.Brand.IsSpecified);
                Assert.NotNull(listed.Details.ExpiryMonth);
                Assert.NotNull(listed.Details.ExpiryYear);
                if (Supports(VaultOperation.GetPaymentMethod))
                {
                    Assert.Equal(listed, await Vault.GetPaymentMethodAsync(customer, id, Token));
                }

                var paid = await SendAsync(await SaleByAsync(customer, listed.ToPaymentMethod()));
                Assert.Equal(PaymentOutcome.Approved, paid.Outcome);
            }
        );

    /// <summary>Nobody sees or removes the card of another customer.</summary>
    [Fact]
    public Task A_method_of_another_customer_is_out_of_reach() =>
        HoldsAsync(
            "Nobody sees or removes the card of another customer.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.ListPaymentMethods))
                {
                    return;
                }

                var ((owner, id), (other, _)) = (await PayerAsync(), await PayerAsync());

                Assert.DoesNotContain(await ListMethodsAsync(other), method => method.Id == id);
                if (Supports(VaultOperation.GetPaymentMethod))
                {
                    Assert.Null(await Vault.GetPaymentMethodAsync(other, id, Token));
                }

                if (Supports(VaultOperation.UpdatePaymentMethod))
                {
                    AssertNotFound(await Vault.UpdatePaymentMethodAsync(Renewal(other, id), Token));
                }

                if (Supports(VaultOperation.RemovePaymentMethod))
                {
                    AssertNotFound(await Vault.RemovePaymentMethodAsync(other, id, Token));
                }

                if (Supports(VaultOperation.SetDefaultPaymentMethod))
                {
                    Assert.NotEqual(
                        PaymentOutcome.Approved,
                        (await Vault.SetDefaultPaymentMethodAsync(other, id, Token)).Outcome
                    );
                }

                var paid = await SendAsync(await SaleByAsync(owner, PaymentMethod.Stored(id)));
                Assert.Equal(PaymentOutcome.Approved, paid.Outcome);
            }
        );

    /// <summary>Every form that the vault claims is stored and pays, and no other form is sent.</summary>
    /// <param name="kind">The form.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.PaymentMethods), MemberType = typeof(ConformanceCases))]
    public Task What_can_be_stored_is_stored_and_pays(PaymentMethodKind kind) =>
        HoldsAsync(
            "Every form that the vault claims is stored and pays, and no other form is sent.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.StorePaymentMethod))
                {
                    return;
                }

                if (!Claims.Storable.Contains(kind))
                {
                    await AssertCannotBeStoredAsync(kind);
                    return;
                }

                var customer = await Harness.NewCustomerAsync();
                var sale = await Harness.NewSaleAsync(kind);
                await Vault.UpsertCustomerAsync(customer, Token);
                var stored = await Vault.StorePaymentMethodAsync(
                    new StorePaymentMethodRequest
                    {
                        CustomerId = customer.Id,
                        PaymentMethod = sale.PaymentMethod,
                        BillingAddress = kind == PaymentMethodKind.Token ? null : sale.BillingAddress,
                    },
                    Token
                );

                Assert.Equal(PaymentOutcome.Approved, stored.Outcome);
                Assert.Equal((stored.Id, customer.Id), (stored.PaymentMethod?.Id, stored.PaymentMethod?.CustomerId));
                var paid = await SendAsync(await SaleByAsync(customer.Id, PaymentMethod.Stored(stored.Id!)));
                Assert.Equal(PaymentOutcome.Approved, paid.Outcome);
            }
        );

    private async Task AssertCannotBeStoredAsync(PaymentMethodKind kind)
    {
        if (!Capabilities.PaymentMethods.Contains(kind))
        {
            return;
        }

        var sale = await Harness.NewSaleAsync(kind);
        var mark = Now();
        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            Vault.StorePaymentMethodAsync(
                new StorePaymentMethodRequest
                {
                    CustomerId = Harness.UnknownCustomerId,
                    PaymentMethod = sale.PaymentMethod,
                },
                Token
            )
        );
        AssertNothingSent(mark);
    }

    /// <summary>A method that is removed cannot be charged.</summary>
    [Fact]
    public Task A_method_that_is_removed_cannot_be_charged() =>
        HoldsAsync(
            "A method that is removed cannot be charged.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.RemovePaymentMethod))
                {
                    return;
                }

                var (customer, id) = await PayerAsync();
                var removed = await Vault.RemovePaymentMethodAsync(customer, id, Token);

                Assert.Equal((PaymentOutcome.Approved, id), (removed.Outcome, removed.Id));
                Assert.DoesNotContain(
                    await ListMethodsAsync(customer),
                    method => method.Id == id && method.Status != VaultPaymentMethodStatus.Deactivated
                );
                await AssertCannotPayAsync(customer, id);
            }
        );

    /// <summary>What is changed of a method is shown, and the rest stays.</summary>
    [Fact]
    public Task What_is_changed_of_a_method_is_shown() =>
        HoldsAsync(
            "What is changed of a method is shown, and the rest stays.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.UpdatePaymentMethod))
                {
                    return;
                }

                var (customer, id) = await PayerAsync();
                var before = await Vault.GetPaymentMethodAsync(customer, id, Token);
                var changed = await Vault.UpdatePaymentMethodAsync(Renewal(customer, id), Token);

                Assert.Equal((PaymentOutcome.Approved, id), (changed.Outcome, changed.Id));
                Assert.Equal(
                    (11, 2035),
                    (changed.PaymentMethod?.Details.ExpiryMonth, changed.PaymentMethod?.Details.ExpiryYear)
                );
                Assert.Equal(
                    before!.Details with
                    {
                        ExpiryMonth = 11,
                        ExpiryYear = 2035,
                    },
                    (await Vault.GetPaymentMethodAsync(customer, id, Token))!.Details
                );
            }
        );

    /// <summary>The default that is set is shown and charged, and the customer keeps everything else.</summary>
    [Fact]
    public Task The_default_that_is_set_is_charged() =>
        HoldsAsync(
            "The default that is set is shown and charged, and the customer keeps everything else.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.SetDefaultPaymentMethod))
                {
                    return;
                }

                var (customer, first) = await PayerAsync();
                var before = await Vault.GetCustomerAsync(customer, Token);
                var set = await Vault.SetDefaultPaymentMethodAsync(customer, first, Token);

                Assert.Equal((PaymentOutcome.Approved, first), (set.Outcome, set.Id));
                Assert.Equal(
                    before! with
                    {
                        DefaultPaymentMethodId = first,
                    },
                    await Vault.GetCustomerAsync(customer, Token)
                );
                var paid = await SendAsync(await SaleByAsync(customer, new CustomerDefaultPaymentMethod()));
                Assert.Equal(PaymentOutcome.Approved, paid.Outcome);
            }
        );

    /// <summary>What cannot be read is never told as none.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task What_cannot_be_read_is_not_told_as_none(ConformanceFault fault) =>
        HoldsAsync(
            "What cannot be read is never told as none.",
            Anchor,
            async () =>
            {
                if (Capabilities.Vault is null)
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

    /// <summary>A change that meets a fault is done, or in doubt, or not done as its result says; a repeat does it once.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task A_customer_that_is_stored_in_doubt_is_stored_once_by_a_repeat(ConformanceFault fault) =>
        HoldsAsync(
            "A change that meets a fault claims nothing that is not proven, and a repeat does it once.",
            Anchor,
            async () =>
            {
                if (!Supports(VaultOperation.UpsertCustomer))
                {
                    return;
                }

                for (var exchanges = 0; exchanges < 3; exchanges++)
                {
                    var customer = await Harness.NewCustomerAsync();
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
                        $"{fault} at exchange {exchanges + 1}: {first}, and the customer is {(isThere ? "" : "not ")}there."
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
