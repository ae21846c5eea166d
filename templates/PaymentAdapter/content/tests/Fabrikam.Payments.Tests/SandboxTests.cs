namespace Fabrikam.Payments.Tests;

/// <summary>Verifies that the emulator behaves according to Contoso's documentation. HOLE: add a case for each of its rules.</summary>
public sealed class SandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("payments", """{"amount":1250,"currency":"USD"}""", 201)]
    [InlineData("payments", """{"amount":1250,"currency":"USD","token":"tok_decline_51"}""", 402)]
    [InlineData("payments", """{"amount":1250,"currency":"USD","payment":"tx_000000000001"}""", 422)]
    [InlineData("payments", """{"amount":1250,"currency":"XTS"}""", 422)]
    [InlineData("payments", """{"amount":12.50,"currency":"USD"}""", 422)]
    [InlineData("payments", """{"currency":"USD"}""", 422)]
    [InlineData("refunds", """{"amount":1250,"currency":"USD","payment":"tx_000000000001"}""", 201)]
    [InlineData("refunds", """{"amount":1251,"currency":"USD","payment":"tx_000000000001"}""", 422)]
    [InlineData("refunds", """{"amount":1250,"currency":"EUR","payment":"tx_000000000001"}""", 422)]
    [InlineData("refunds", """{"amount":1250,"currency":"USD"}""", 422)]
    [InlineData("refunds", """{"amount":1250,"currency":"USD","payment":"tx_none"}""", 404)]
    public async Task A_request_is_answered_as_documented(string path, string body, int status)
    {
        await using var sandbox = await StartAsync();
        await SendAsync(sandbox, "payments", """{"amount":1250,"currency":"USD"}""", "first");

        Assert.Equal(status, await SendAsync(sandbox, path, body, "second"));
        await sandbox.WhenIdleAsync(Token);
    }

    [Theory]
    [InlineData("USD", 12.50)]
    [InlineData("JPY", 1250)]
    [InlineData("KWD", 1.250)]
    public async Task An_amount_is_in_the_minor_units_of_its_currency(string currency, double amount)
    {
        await using var sandbox = await StartAsync();

        await SendAsync(sandbox, "payments", $$"""{"amount":1250,"currency":"{{currency}}"}""", "first");

        Assert.Equal((decimal)amount, Assert.Single(sandbox.Ledger.Movements).Amount);
    }

    [Fact]
    public async Task A_key_belongs_to_its_merchant()
    {
        await using var sandbox = await StartAsync();

        await SendAsync(sandbox, "payments", """{"amount":1250,"currency":"USD"}""", "first");
        await SendAsync(sandbox, "payments", """{"amount":1250,"currency":"USD"}""", "first");
        await SendAsync(sandbox, "payments", """{"amount":1250,"currency":"USD"}""", "first", secret: "sk_2");

        Assert.Equal(["m_1", "m_2"], sandbox.Ledger.Movements.Select(movement => movement.Account));
    }

    private static async Task<ContosoSandbox> StartAsync()
    {
        var options = new SandboxOptions { AccountsByKey = { ["sk_1"] = "m_1", ["sk_2"] = "m_2" } };
        var sandbox = new ContosoSandbox(options);
        await sandbox.ListenAsync(Token);
        return sandbox;
    }

    private static async Task<int> SendAsync(
        ContosoSandbox sandbox,
        string path,
        string body,
        string key,
        string secret = "sk_1"
    )
    {
        using var client = new HttpClient { BaseAddress = sandbox.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Api-Key", secret);
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        using var content = new StringContent(body);
        using var answer = await client.PostAsync(path, content, Token);
        return (int)answer.StatusCode;
    }
}
