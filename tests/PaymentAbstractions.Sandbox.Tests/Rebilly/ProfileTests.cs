using System.Reflection;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class ProfileTests
{
    [Fact]
    public void All_covers_every_value_of_every_switch()
    {
        var switches = typeof(RebillySandboxProfile)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.IsEnum || property.PropertyType == typeof(bool))
            .ToList();

        Assert.Equal(9, switches.Count);
        foreach (var property in switches)
        {
            var possible = property.PropertyType.IsEnum ? Enum.GetValues(property.PropertyType).Length : 2;
            Assert.Equal(
                possible,
                RebillySandboxProfile.All.Select(profile => property.GetValue(profile)).Distinct().Count()
            );
        }

        Assert.Equal(2, RebillySandboxProfile.All.Select(profile => profile.ProblemContentType).Distinct().Count());
    }

    [Fact]
    public void Names_are_unique()
    {
        var names = RebillySandboxProfile.All.Select(profile => profile.ToString()).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(nameof(RebillySandboxProfile.Documented), names);
        Assert.Contains(nameof(RebillySandboxProfile.Pessimistic), names);
    }

    [Fact]
    public async Task A_dropped_description_still_reaches_the_ledger()
    {
        await using var driver = await RebillyDriver.StartAsync(RebillySandboxProfile.Pessimistic);
        await driver.CardAsync();

        var sale = await driver.PayAsync("\"description\":\"order 7\"");

        Assert.False(sale.AsObject().ContainsKey("description"));
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("order 7"));
    }

    [Fact]
    public async Task Problems_can_have_their_own_content_type()
    {
        await using var driver = await RebillyDriver.StartAsync(RebillySandboxProfile.Pessimistic);

        using var response = await driver.SendAsync(HttpMethod.Get, "nothing");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }
}
