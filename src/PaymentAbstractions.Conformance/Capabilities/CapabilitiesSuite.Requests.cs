using Xunit;

namespace PaymentAbstractions.Conformance;

public abstract partial class CapabilitiesSuite<THarness>
{
    /// <summary>A kind of payment method is accepted if it is claimed, and refused otherwise.</summary>
    /// <param name="kind">The kind of payment method.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.PaymentMethods), MemberType = typeof(ConformanceCases))]
    public Task A_payment_method_is_claimed_and_taken_or_is_refused(PaymentMethodKind kind) =>
        HoldsAsync(
            "A kind of payment method is accepted if it is claimed, and refused otherwise.",
            "capabilities",
            async () =>
            {
                if (!Capabilities.PaymentMethods.Contains(kind))
                {
                    await AssertRefusedBeforeSending(
                        await Harness.NewSaleAsync() with
                        {
                            PaymentMethod = Example(kind),
                        },
                        nameof(SaleRequest.PaymentMethod)
                    );
                    return;
                }

                var request = await Harness.NewSaleAsync(kind);
                Assert.Equal(kind, request.PaymentMethod.Kind);

                var result = await SendAsync(request);

                Assert.Contains(
                    result.Outcome,
                    new[] { PaymentOutcome.Approved, PaymentOutcome.Pending, PaymentOutcome.Declined }
                );
            }
        );

    /// <summary>A claimed currency is accepted; where the account determines the currency, the harness's currency is.</summary>
    [Fact]
    public Task Claimed_currencies_are_taken_and_others_refused() =>
        HoldsAsync(
            "A claimed currency is accepted; where the account determines the currency, the harness's currency is.",
            "capabilities",
            async () =>
            {
                if (Capabilities.Currencies.Count == 0)
                {
                    await ApproveAsync(await Harness.NewSaleAsync(Harness.AmountOf(10)));
                    return;
                }

                foreach (var currency in Capabilities.Currencies)
                {
                    await ApproveAsync(await Harness.NewSaleAsync(new Money(10, currency)));
                }

                var other = Currency.All.First(one => one.IsChargeable && !Capabilities.Currencies.Contains(one));
                var request = await Harness.NewSaleAsync() with { Amount = new Money(10, other) };
                await AssertRefusedBeforeSending(request, nameof(request.Amount));
            }
        );

    /// <summary>A statement descriptor is sent or refused, never dropped.</summary>
    [Fact]
    public Task A_statement_descriptor_is_claimed_or_refused() =>
        HoldsAsync(
            "A statement descriptor is sent or refused, never dropped.",
            "capabilities",
            async () =>
            {
                var request = await Harness.NewSaleAsync() with { StatementDescriptor = "SHOP 1" };

                await AssertClaim(request, Capabilities.StatementDescriptor, nameof(request.StatementDescriptor));
            }
        );

    /// <summary>A shipping address is sent or refused, never dropped.</summary>
    [Fact]
    public Task A_shipping_address_is_claimed_or_refused() =>
        HoldsAsync(
            "A shipping address is sent or refused, never dropped.",
            "capabilities",
            async () =>
            {
                var address = new Address
                {
                    Line1 = "1 High Street",
                    City = "Springfield",
                    Region = "IL",
                    PostalCode = "62701",
                    Country = "US",
                };
                var request = await Harness.NewSaleAsync() with { ShippingAddress = address };

                await AssertClaim(request, Capabilities.ShippingAddress, nameof(request.ShippingAddress));
            }
        );

    /// <summary>The network transaction id of an earlier payment is sent or refused, never dropped.</summary>
    [Fact]
    public Task A_network_transaction_id_is_claimed_or_refused() =>
        HoldsAsync(
            "The network transaction id of an earlier payment is sent or refused, never dropped.",
            "capabilities",
            async () =>
            {
                var request = await Harness.NewSaleAsync() with { NetworkTransactionId = "016153570198200" };

                await AssertClaim(request, Capabilities.NetworkTransactionId, nameof(request.NetworkTransactionId));
            }
        );

    /// <summary>The result of an external 3-D Secure authentication is sent or refused, never dropped.</summary>
    [Fact]
    public Task An_external_authentication_is_claimed_or_refused() =>
        HoldsAsync(
            "The result of an external 3-D Secure authentication is sent or refused, never dropped.",
            "capabilities",
            async () =>
            {
                var request = await Harness.NewSaleAsync() with
                {
                    ThreeDSecure = new ThreeDSecureAuthentication
                    {
                        Status = ThreeDSecureStatus.Authenticated,
                        Version = "2.2.0",
                        Eci = "05",
                        Cavv = new AuthenticationValue("AJkBBkhgQQAAAE4gSEJydQAAAAA="),
                        DirectoryServerTransactionId = "f25084f0-5b16-4c0a-ae5d-b24808a95e4b",
                    },
                };

                await AssertClaim(request, Capabilities.ExternalThreeDSecure, nameof(request.ThreeDSecure));
            }
        );

    /// <summary>Commercial card data is sent or refused, never dropped.</summary>
    [Fact]
    public Task Commercial_card_data_is_claimed_or_refused() =>
        HoldsAsync(
            "Commercial card data is sent or refused, never dropped.",
            "capabilities",
            async () =>
            {
                var order = Harness.NewExpressibleOrder();
                var request = await Harness.NewSaleAsync(order.Amount) with { CommercialCardData = order.Data };

                await AssertClaim(
                    request,
                    Capabilities.HighestDataLevel > CommercialDataLevel.LevelI,
                    nameof(request.CommercialCardData)
                );
            }
        );

    private async Task AssertClaim(SaleRequest request, bool claimed, string field)
    {
        if (claimed)
        {
            await ApproveAsync(request);
        }
        else
        {
            await AssertRefusedBeforeSending(request, field);
        }
    }

    private static PaymentMethod Example(PaymentMethodKind kind) =>
        kind switch
        {
            PaymentMethodKind.Stored => PaymentMethod.Stored("1"),
            PaymentMethodKind.Token => PaymentMethod.Token("token-1"),
            PaymentMethodKind.PaymentCard => new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2049,
            },
            PaymentMethodKind.BbanBankAccount => new BbanBankAccount
            {
                AccountNumber = new BankAccountNumber("000123456789"),
                RoutingNumber = "021000021",
                AccountType = BankAccountType.Checking,
            },
            PaymentMethodKind.IbanBankAccount => new IbanBankAccount
            {
                AccountNumber = new BankAccountNumber("DE89370400440532013000"),
            },
            PaymentMethodKind.CustomerDefault => new CustomerDefaultPaymentMethod(),
            _ => new CustomerChoicePaymentMethod(),
        };
}
