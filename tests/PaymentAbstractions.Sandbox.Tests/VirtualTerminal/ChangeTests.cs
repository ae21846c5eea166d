using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class ChangeTests
{
    [Fact]
    public async Task A_capture_turns_the_authorization_into_a_sale()
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth("\"Amount\":100.00,\"Description\":\"op-1\""));

        var capture = await driver.CaptureAsync(auth, 90.00m);

        var after = await driver.ReadAsync(auth);
        Assert.Equal("""{"ID":501001,"Success":true,"Message":"Transaction Captured"}""", capture.ToJsonString());
        Assert.Equal(("sale", "Not Settled"), (Text(after, "TransactionType"), Text(after, "Status")));
        Assert.Equal((90.00m, 90.00m), (Money(after, "TotalAmount"), Money(after, "CaptureAmount")));
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Equal(90.00m, driver.Sandbox.Ledger.NetCharged("op-1"));
    }

    [Fact]
    public async Task A_second_capture_is_refused()
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth());
        await driver.CaptureAsync(auth, 5m);

        var refusal = await RefusalAsync(driver.PostAsync("transaction/capture", $"{IdMember(auth)},\"Amount\":5"));

        Assert.Equal((400, "Transaction is Captured Already", ""), refusal);
        Assert.Single(driver.Sandbox.Ledger.Movements, movement => movement.Kind == SandboxMovementKind.Capture);
    }

    [Theory]
    [InlineData("10.00", "10.01", "$10.00")]
    [InlineData("1234.50", "2000", "$1,234.50")]
    public async Task A_capture_beyond_the_authorization_is_refused(string held, string asked, string shown)
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth($"\"Amount\":{held}"));

        var refusal = await RefusalAsync(
            driver.PostAsync("transaction/capture", $"{IdMember(auth)},\"Amount\":{asked}")
        );

        Assert.Equal((400, $"Unable to Capture for more than the original amount of {shown}", ""), refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"Amount\":0")]
    [InlineData(",\"Amount\":-1")]
    public async Task A_capture_needs_an_amount(string amount)
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth());

        var refusal = await RefusalAsync(driver.PostAsync("transaction/capture", IdMember(auth) + amount));

        Assert.Equal((400, "Invalid Amount", ""), refusal);
    }

    [Fact]
    public async Task A_sale_cannot_be_captured()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync();

        var (status, text, _) = await RefusalAsync(
            driver.PostAsync("transaction/capture", $"{IdMember(sale)},\"Amount\":1")
        );

        Assert.Equal(400, status);
        Assert.Matches("^Only authorizations can be captured REFID:\\d+$", text);
    }

    [Fact]
    public async Task A_void_undoes_a_sale()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync("\"Description\":\"op-1\"");

        var answer = await driver.VoidAsync(sale);

        Assert.Equal("""{"ID":501001,"Success":true,"Message":"Transaction Voided"}""", answer.ToJsonString());
        Assert.Equal("Voided", Text(await driver.ReadAsync(sale), "Status"));
        Assert.Equal(0, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Equal(0m, driver.Sandbox.Ledger.NetCharged("op-1"));
    }

    [Fact]
    public async Task A_void_undoes_a_capture_and_a_credit()
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth("\"Description\":\"op-1\""));
        await driver.CaptureAsync(auth, 5m);
        var credit = await driver.PayAsync(Credit);

        await driver.VoidAsync(auth);
        await driver.VoidAsync(credit);

        Assert.Equal(0, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Equal(
            [5m, 12.50m],
            driver
                .Sandbox.Ledger.Movements.Where(movement => movement.Kind == SandboxMovementKind.Void)
                .Select(movement => movement.Amount)
        );
    }

    [Fact]
    public async Task A_void_comes_once()
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth());
        await driver.VoidAsync(auth);

        var again = await RefusalAsync(driver.PostAsync("transaction/void", IdMember(auth)));
        var capture = await RefusalAsync(driver.PostAsync("transaction/capture", $"{IdMember(auth)},\"Amount\":1"));

        Assert.Equal((400, "Transaction Already Void", ""), again);
        Assert.Equal((400, "Transaction Already Void", ""), capture);
        Assert.Equal(2, driver.Sandbox.Ledger.Movements.Count);
    }

    [Fact]
    public async Task A_settled_sale_cannot_be_voided()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync();
        driver.Sandbox.SettleAll();

        var (status, text, _) = await RefusalAsync(driver.PostAsync("transaction/void", IdMember(sale)));

        Assert.Equal(400, status);
        Assert.Matches("^Only transactions pending settlement can be voided REFID:\\d+$", text);
        Assert.Single(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("transaction/void", "")]
    [InlineData("transaction/void", "\"TransactionId\":1")]
    [InlineData("transaction/void", "\"TransactionId\":\"abc\"")]
    [InlineData("transaction/capture", "\"TransactionId\":\"1\",\"Amount\":1")]
    public async Task A_missing_transaction_cannot_be_changed(string path, string members)
    {
        await using var driver = await StartAsync();

        Assert.Equal((404, "Transaction Not Found", ""), await RefusalAsync(driver.PostAsync(path, members)));
    }

    [Fact]
    public async Task An_id_may_be_a_number_and_the_MID_may_be_left_out()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync();

        using var answer = await driver.SendAsync(
            HttpMethod.Post,
            "transaction/void",
            $$"""{"ApiKey":"vt_sandbox_key","TransactionId":{{Id(sale)}}}"""
        );

        Assert.Equal(200, (int)answer.StatusCode);
    }
}
