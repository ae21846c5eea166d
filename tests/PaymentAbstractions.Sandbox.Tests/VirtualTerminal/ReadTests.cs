using System.Net;
using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class ReadTests
{
    [Fact]
    public async Task A_transaction_can_be_read_by_its_id()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync(LevelThree);

        var read = await driver.ReadAsync(sale);

        Assert.Equal((false, (string?)null), (read["Success"]!.GetValue<bool>(), Text(read, "Message")));
        sale["Success"] = read["Success"]!.DeepClone();
        sale["Message"] = null;
        Assert.Equal(sale.ToJsonString(), read.ToJsonString());
    }

    [Theory]
    [InlineData("transaction/1", "Transaction Not Found")]
    [InlineData("transaction/abc", "Transaction Not Found")]
    [InlineData("customer/1", "Customer Not Found")]
    [InlineData("customer/1/Transactions/NotSettled", "Customer Not Found")]
    [InlineData("customer/7001/Transactions/Settled", null)]
    [InlineData("recurring", null)]
    public async Task A_missing_object_is_not_found(string path, string? text)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.SendAsync(HttpMethod.Get, $"{Key}/{path}"));

        Assert.Equal((404, text, ""), refusal);
    }

    [Fact]
    public async Task The_list_has_what_is_not_settled_of_one_customer()
    {
        await using var driver = await StartAsync();
        var settled = await driver.PayAsync();
        driver.Sandbox.SettleAll();
        var voided = await driver.PayAsync();
        await driver.VoidAsync(voided);
        var sale = await driver.PayAsync();
        var auth = await driver.PayAsync(Auth());
        var credit = await driver.PayAsync(Credit);
        await driver.PayAsync("\"CustomerId\":7002,\"PaymentMethodId\":9003");

        var listed = await driver.NotSettledAsync();

        Assert.Equal([Id(sale), Id(auth), Id(credit)], listed.Select(transaction => Id(transaction!)));
        Assert.All(listed, transaction => Assert.Equal("Not Settled", Text(transaction!, "Status")));
        Assert.Equal("Settled", Text(await driver.ReadAsync(settled), "Status"));
    }

    [Fact]
    public async Task An_empty_list_is_null()
    {
        await using var driver = await StartAsync();

        var list = await driver.GetAsync("customer/7001/transactions/notsettled");

        Assert.Equal("""{"TransactionCount":0,"Transactions":null}""", list.ToJsonString());
    }

    [Fact]
    public async Task The_batch_closes_by_the_clock()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxOptions { SettleAfter = TimeSpan.FromHours(2) }
        );
        var sale = await driver.PayAsync();
        var auth = await driver.PayAsync(Auth());
        var captured = await driver.PayAsync(Auth());
        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        await driver.CaptureAsync(captured, 1m);

        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        var early = await StatusesAsync();
        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        var late = await StatusesAsync();

        Assert.Equal(["Settled", "Not Settled", "Not Settled"], early);
        Assert.Equal(["Settled", "Not Settled", "Settled"], late);

        async Task<string[]> StatusesAsync() =>
            [
                Text(await driver.ReadAsync(sale), "Status")!,
                Text(await driver.ReadAsync(auth), "Status")!,
                Text(await driver.ReadAsync(captured), "Status")!,
            ];
    }

    [Fact]
    public async Task The_time_is_the_clocks()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxOptions { StartTime = DateTimeOffset.FromUnixTimeMilliseconds(1334766980057) }
        );

        var sale = await driver.PayAsync();

        Assert.Equal("/Date(1334766980057)/", Text(sale, "TransactionTime"));
    }

    [Theory]
    [InlineData(VirtualTerminalBadKeyAnswer.NotFound404, 404)]
    [InlineData(VirtualTerminalBadKeyAnswer.Unauthorized401, 401)]
    public async Task A_wrong_key_is_answered_without_a_text(VirtualTerminalBadKeyAnswer answer, int status)
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", BadKeyAnswer = answer }
        );

        var write = await RefusalAsync(driver.AddAsync("\"ApiKey\":\"wrong\""));
        var none = await RefusalAsync(driver.AddAsync("\"ApiKey\":null"));
        var read = await RefusalAsync(driver.SendAsync(HttpMethod.Get, "VT_SANDBOX_KEY/customers"));

        Assert.All([write, none, read], refusal => Assert.Equal((status, null, ""), refusal));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task Only_GET_and_POST_are_known()
    {
        await using var driver = await StartAsync();

        using var put = await driver.SendAsync(HttpMethod.Put, "customer/update", "{}");
        using var elsewhere = await driver.SendAsync(HttpMethod.Get, "/elsewhere");
        using var unknown = await driver.PostAsync("transaction/refund");

        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (put.StatusCode, elsewhere.StatusCode, unknown.StatusCode)
        );
    }

    [Fact]
    public async Task Accounts_do_not_see_each_other()
    {
        var options = new VirtualTerminalSandboxOptions();
        options.Accounts.Add(new() { ApiKey = "other", Mid = "mid_other" });
        await using var driver = await StartAsync(options);
        var sale = await driver.PayAsync();

        var foreign = await RefusalAsync(driver.SendAsync(HttpMethod.Get, $"other/transaction/{Id(sale)}"));
        var mixed = await RefusalAsync(driver.AddAsync("\"ApiKey\":\"other\""));
        await driver.PayAsync("\"ApiKey\":\"other\",\"MID\":\"mid_other\"");

        Assert.Equal((404, "Transaction Not Found", ""), foreign);
        Assert.Equal((400, "Invalid MID", "Bad Request"), mixed);
        Assert.Equal(
            ["mid_sandbox", "mid_other"],
            driver.Sandbox.Ledger.Movements.Select(movement => movement.Account)
        );
    }
}
