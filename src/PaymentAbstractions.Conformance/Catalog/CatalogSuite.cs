using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>The payment methods for an amount are listed in the provider's order, without side effects, and are never guessed.</summary>
/// <typeparam name="THarness">The adapter's harness.</typeparam>
/// <param name="harness">The harness.</param>
public abstract class CatalogSuite<THarness>(THarness harness) : ConformanceSuite<THarness>(harness)
    where THarness : ConformanceHarness
{
    private IPaymentMethodCatalog Catalog =>
        Gateway.TryGet<IPaymentMethodCatalog>(out var catalog)
            ? catalog
            : throw new InvalidOperationException("The gateway offers no catalog.");

    /// <summary>A gateway lists payment methods if and only if its capabilities say so.</summary>
    [Fact]
    public Task The_catalog_is_there_when_the_capabilities_say_so() =>
        HoldsAsync(
            "A gateway lists payment methods if and only if its capabilities say so.",
            "ready-to-pay",
            () => Assert.Equal(Capabilities.PaymentMethodCatalog, Gateway.TryGet<IPaymentMethodCatalog>(out _))
        );

    /// <summary>The methods are listed in the provider's order; a kind that the list reports is one that the gateway accepts.</summary>
    [Fact]
    public Task Methods_are_listed_in_the_providers_order() =>
        HoldsAsync(
            "The methods are listed in the provider's order; a kind that the list reports is one that the gateway accepts.",
            "ready-to-pay",
            async () =>
            {
                if (IsRefusedAsUnsupportedCatalog())
                {
                    return;
                }

                var offers = await Catalog.ListAsync(await QueryAsync(), Token);

                Assert.NotEmpty(offers);
                Assert.Equal(Harness.OfferedMethods, offers.Select(offer => offer.Method), StringComparer.Ordinal);
                Assert.All(
                    offers.Where(offer => offer.Kind != PaymentMethodKind.None),
                    offer => Assert.Contains(offer.Kind, Capabilities.PaymentMethods)
                );
                Assert.All(offers.SelectMany(offer => offer.Brands), brand => Assert.True(brand.IsSpecified));
            }
        );

    /// <summary>Listing moves no money, does not count as a payment, and writes nothing to the journal.</summary>
    [Fact]
    public Task Listing_leaves_no_trace() =>
        HoldsAsync(
            "Listing moves no money, does not count as a payment, and writes nothing to the journal.",
            "ready-to-pay",
            async () =>
            {
                if (IsRefusedAsUnsupportedCatalog())
                {
                    return;
                }

                await SendAsync(await Harness.NewSaleAsync());
                var query = await QueryAsync();
                await Harness.WhenIdleAsync(Token);
                var (mark, journal) = (Now(), JournalOnDisk());

                await Catalog.ListAsync(query, Token);
                await Catalog.ListAsync(query, Token);

                Assert.Empty(await Since(mark));
                Assert.Equal(mark.Writes, Harness.WritesSeen);
                Assert.Equal(journal, JournalOnDisk());
            }
        );

    /// <summary>An invalid query is refused with all its problems at once, and nothing is sent.</summary>
    [Fact]
    public Task A_query_that_cannot_be_right_is_refused_with_all_problems() =>
        HoldsAsync(
            "An invalid query is refused with all its problems at once, and nothing is sent.",
            "ready-to-pay",
            async () =>
            {
                if (IsRefusedAsUnsupportedCatalog())
                {
                    return;
                }

                var query = new PaymentMethodQuery
                {
                    Amount = Harness.AmountOf(0),
                    CustomerId = "a/../b",
                    BillingAddress = new Address { Country = "UK" },
                };
                var mark = Now();

                var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => Catalog.ListAsync(query, Token));

                Assert.Equal(
                    ["Amount", "BillingAddress.Country", "CustomerId"],
                    refusal.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal),
                    StringComparer.Ordinal
                );
                AssertNothingSent(mark);
            }
        );

    /// <summary>A list that cannot be read is never reported as empty.</summary>
    /// <param name="fault">The fault.</param>
    [Theory]
    [MemberData(nameof(ConformanceCases.ReadFaults), MemberType = typeof(ConformanceCases))]
    public Task What_cannot_be_read_is_not_told_as_none(ConformanceFault fault) =>
        HoldsAsync(
            "A list that cannot be read is never reported as empty.",
            "ready-to-pay",
            async () =>
            {
                if (IsRefusedAsUnsupportedCatalog())
                {
                    return;
                }

                var query = await QueryAsync();
                if (!Harness.InjectAfter(0, fault))
                {
                    throw NotApplicable(fault);
                }

                AssertShowsNoSecret(
                    await Assert.ThrowsAsync<PaymentReadException>(() => Catalog.ListAsync(query, Token))
                );
            }
        );

    /// <summary>The error for refused credentials does not contain them.</summary>
    [Fact]
    public Task The_catalog_shows_no_secret() =>
        HoldsAsync(
            "The error for refused credentials does not contain them.",
            "ready-to-pay",
            async () =>
            {
                if (IsRefusedAsUnsupportedCatalog())
                {
                    return;
                }

                var query = await QueryAsync();
                Assert.True(Harness.WrongCredentials.TryGet<IPaymentMethodCatalog>(out var closed));

                AssertShowsNoSecret(
                    await Assert.ThrowsAsync<PaymentReadException>(() => closed.ListAsync(query, Token))
                );
            }
        );

    private bool IsRefusedAsUnsupportedCatalog()
    {
        if (!Capabilities.PaymentMethodCatalog)
        {
            Assert.False(Gateway.TryGet<IPaymentMethodCatalog>(out _));
        }

        return !Capabilities.PaymentMethodCatalog;
    }

    private async Task<PaymentMethodQuery> QueryAsync()
    {
        var sale = await Harness.NewSaleAsync();
        return new PaymentMethodQuery
        {
            Amount = sale.Amount,
            CustomerId = sale.Customer?.Id,
            BillingAddress = sale.BillingAddress,
        };
    }
}
