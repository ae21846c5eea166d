using System.Net;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class CredentialTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("pk_sandbox")]
    public async Task A_wrong_key_is_refused(string? key)
    {
        await using var driver = await RebillyDriver.StartAsync();

        using var response = await driver.SendAsync(HttpMethod.Get, "transactions", key: key);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_organization_is_not_found()
    {
        await using var driver = await RebillyDriver.StartAsync();

        using var response = await driver.SendAsync(HttpMethod.Get, "transactions", organization: "org_other");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Another_organizations_key_is_forbidden_and_state_is_apart()
    {
        var options = new RebillySandboxOptions();
        options.Accounts.Add(new() { OrganizationId = "org_two", ApiKey = "sk_two" });
        await using var driver = await RebillyDriver.StartAsync(options);
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        var path = $"transactions/{RebillyDriver.Text(sale, "id")}";

        using var foreign = await driver.SendAsync(HttpMethod.Get, path, organization: "org_two");
        using var elsewhere = await driver.SendAsync(HttpMethod.Get, path, key: "sk_two", organization: "org_two");

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public void Keys_stay_out_of_texts()
    {
        var account = new RebillySandboxAccount { ApiKey = "sk_secret", PublishableKey = "pk_secret" };

        Assert.DoesNotContain("secret", account.ToString(), StringComparison.Ordinal);
    }
}
