using System.Globalization;
using PaymentAbstractions.Rebilly.Tests.Conformance;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Lists that are longer than the API can page through.</summary>
public class VaultListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_beyond_the_last_offset_are_listed_once()
    {
        await using var harness = await StartAsync();
        var vault = await StoreAsync(harness, 1450, aSecond: 50);

        var listed = await ListAsync(vault);

        Assert.Equal(1450, listed.Count);
        Assert.Equal(1450, listed.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task More_customers_of_one_second_than_can_be_reached_are_reported_and_not_left_out()
    {
        await using var harness = await StartAsync();
        var vault = await StoreAsync(harness, 1250, aSecond: 1250);

        var refusal = await Assert.ThrowsAsync<PaymentReadException>(() => ListAsync(vault));

        Assert.Contains("'customers'", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<RebillyHarness> StartAsync()
    {
        var harness = new Profiles.Documented();
        await harness.InitializeAsync();
        return harness;
    }

    private static async Task<ICustomerVault> StoreAsync(RebillyHarness harness, int count, int aSecond)
    {
        Assert.True(harness.Gateway.TryGet<ICustomerVault>(out var vault));
        for (var i = 0; i < count; i++)
        {
            if (i % aSecond == 0)
            {
                harness.Advance(TimeSpan.FromSeconds(1));
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"cus-{i}");
            await vault.UpsertCustomerAsync(new Customer { Id = id }, Token);
        }

        return vault;
    }

    private static async Task<List<string>> ListAsync(ICustomerVault vault)
    {
        var ids = new List<string>();
        await foreach (var customer in vault.ListCustomersAsync(Token))
        {
            ids.Add(customer.Id!);
        }

        return ids;
    }
}
