using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class VaultSuite<THarness>
{
    /// <summary>A stored card is listed and read with the details by which its owner recognizes it.</summary>
    [Fact]
    public Task A_stored_method_is_shown_with_its_details() =>
        HoldsAsync(
            "A stored card is listed and read with the details by which its owner recognizes it.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.ListPaymentMethods))
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

    /// <summary>A payment method of another customer cannot be read or removed.</summary>
    [Fact]
    public Task A_method_of_another_customer_is_out_of_reach() =>
        HoldsAsync(
            "A payment method of another customer cannot be read or removed.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.ListPaymentMethods))
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

    /// <summary>Every kind of payment method that the vault claims can be stored and charged, and no other kind is sent.</summary>
    /// <param name="kind">The kind of payment method.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.PaymentMethods), MemberType = typeof(ConformanceCases))]
    public Task What_can_be_stored_is_stored_and_pays(PaymentMethodKind kind) =>
        HoldsAsync(
            "Every kind of payment method that the vault claims can be stored and charged, and no other kind is sent.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.StorePaymentMethod))
                {
                    return;
                }

                if (!Claims.Storable.Contains(kind))
                {
                    await AssertCannotBeStoredAsync(kind);
                    return;
                }

                var request = await Harness.NewStorableAsync(kind);
                var stored = await Vault.StorePaymentMethodAsync(request, Token);

                Assert.True(stored is { Outcome: PaymentOutcome.Approved, Id: not null }, $"{stored}");
                if (stored.PaymentMethod is { } shown)
                {
                    Assert.Equal((stored.Id, request.CustomerId), (shown.Id, shown.CustomerId));
                }

                if (Supports(VaultOperation.ListPaymentMethods))
                {
                    Assert.Single(await ListMethodsAsync(request.CustomerId), method => method.Id == stored.Id);
                }

                var paid = await SendAsync(await SaleByAsync(request.CustomerId, PaymentMethod.Stored(stored.Id)));
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

    /// <summary>A removed payment method cannot be charged.</summary>
    [Fact]
    public Task A_method_that_is_removed_cannot_be_charged() =>
        HoldsAsync(
            "A removed payment method cannot be charged.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.RemovePaymentMethod))
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

    /// <summary>Changed properties of a payment method are shown, and all others stay the same.</summary>
    [Fact]
    public Task What_is_changed_of_a_method_is_shown() =>
        HoldsAsync(
            "Changed properties of a payment method are shown, and all others stay the same.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.UpdatePaymentMethod))
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

    /// <summary>A new default payment method is shown and charged, and the customer is otherwise unchanged.</summary>
    [Fact]
    public Task The_default_that_is_set_is_charged() =>
        HoldsAsync(
            "A new default payment method is shown and charged, and the customer is otherwise unchanged.",
            "the-vault",
            async () =>
            {
                if (await IsRefusedAsUnsupported(VaultOperation.SetDefaultPaymentMethod))
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
}
