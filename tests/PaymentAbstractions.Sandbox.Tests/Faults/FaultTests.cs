using System.Net;
using System.Text.Json.Nodes;
using PaymentAbstractions.Sandbox.Tests.Rebilly;

namespace PaymentAbstractions.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    public static TheoryData<string> Names => [.. SandboxFault.All.Select(fault => fault.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_processes_exactly_when_it_says_so(string name)
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        var fault = SandboxFault.All.Single(known => known.Name == name);
        driver.Sandbox.Faults.Enqueue(fault);

        await TryPayAsync(driver);

        Assert.Equal(fault.Processes ? 1 : 0, driver.Sandbox.Ledger.CountCharges("cus_1"));
        Assert.Equal(0, driver.Sandbox.Faults.Pending);
        Assert.Equal("approved", RebillyDriver.Text(await driver.PayAsync("\"requestId\":\"next\""), "result"));
    }

    [Theory]
    [InlineData(nameof(SandboxFault.ServerError500), 500, "application/json")]
    [InlineData(nameof(SandboxFault.ServerError500BeforeProcessing), 500, "application/json")]
    [InlineData(nameof(SandboxFault.BadGateway502Html), 502, "text/html")]
    [InlineData(nameof(SandboxFault.Ok200Html), 200, "text/html")]
    [InlineData(nameof(SandboxFault.WrongContentType), 201, "text/plain")]
    [InlineData(nameof(SandboxFault.EmptyBody), 201, null)]
    [InlineData(nameof(SandboxFault.Conflict409), 409, "application/json")]
    [InlineData(nameof(SandboxFault.Unauthorized401), 401, "application/json")]
    [InlineData(nameof(SandboxFault.Forbidden403), 403, "application/json")]
    [InlineData(nameof(SandboxFault.NotFound404), 404, "application/json")]
    [InlineData(nameof(SandboxFault.ServiceUnavailable503), 503, "application/json")]
    [InlineData(nameof(SandboxFault.ServiceUnavailable503AfterProcessing), 503, "application/json")]
    [InlineData(nameof(SandboxFault.ServerProblem500), 500, "application/json")]
    [InlineData("HtmlPage404", 404, "text/html")]
    public async Task A_fault_answers_with_its_status(string name, int status, string? contentType)
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.All.Single(known => known.Name == name));

        using var response = await PayAsync(driver);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(nameof(SandboxFault.ResetBeforeProcessing))]
    [InlineData(nameof(SandboxFault.ResetAfterProcessing))]
    [InlineData(nameof(SandboxFault.HalfStatusLine))]
    [InlineData(nameof(SandboxFault.TruncatedBody))]
    public async Task A_broken_connection_is_no_answer(string name)
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.All.Single(known => known.Name == name));

        await Assert.ThrowsAsync<HttpRequestException>(() => PayAsync(driver));
    }

    [Theory]
    [InlineData(nameof(SandboxFault.WrongAmountEchoed), "amount", "13.50")]
    [InlineData(nameof(SandboxFault.WrongCurrencyEchoed), "currency", "XTS")]
    [InlineData(nameof(SandboxFault.WrongTypeEchoed), "type", "setup")]
    [InlineData(nameof(SandboxFault.WrongIdEchoed), "id", "")]
    [InlineData(nameof(SandboxFault.UnknownStatusEchoed), "result", "unheard_of")]
    public async Task An_answer_can_lie(string name, string member, string value)
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.All.Single(known => known.Name == name));

        var lie = await driver.PayAsync("");

        var truth = await driver.GetAsync("transactions/txn_000000000001");
        Assert.Equal(value, Normal(lie[member]!));
        Assert.NotEqual(value, Normal(truth[member]!));
    }

    [Fact]
    public async Task An_answer_can_show_another_key_or_none_or_the_id_of_an_earlier_transaction()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        var earlier = await driver.PayAsync("\"requestId\":\"k0\"");
        SandboxFault[] faults = [SandboxFault.WrongKeyEchoed, SandboxFault.NoKeyEchoed, SandboxFault.OtherIdEchoed];
        Array.ForEach(faults, driver.Sandbox.Faults.Enqueue);

        var wrong = await driver.PayAsync("\"requestId\":\"k1\"");
        var none = await driver.PayAsync("\"requestId\":\"k2\"");
        var other = await driver.PayAsync("\"requestId\":\"k3\"");

        Assert.Equal("k10", RebillyDriver.Text(wrong, "requestId"));
        Assert.Null(none["requestId"]);
        Assert.NotEqual(RebillyDriver.Text(earlier, "id"), RebillyDriver.Text(none, "id"));
        Assert.Equal(RebillyDriver.Text(none, "id"), RebillyDriver.Text(other, "id"));
    }

    [Fact]
    public async Task An_answer_without_the_value_stays_as_it_is()
    {
        await using var driver = await RebillyDriver.StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongAmountEchoed, request => request.Method == "PUT");
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongAmountEchoed);

        var customer = await driver.ExpectAsync(201, HttpMethod.Put, "customers/cus_1", "{}");
        await driver.ExpectAsync(422, HttpMethod.Post, "transactions", "{}");

        Assert.Equal("cus_1", RebillyDriver.Text(customer, "id"));
        Assert.Equal((0, 0), (driver.Sandbox.Faults.Pending, driver.Sandbox.Faults.Shown));
    }

    [Fact]
    public async Task Too_many_requests_reports_when_to_retry()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.TooManyRequests429(TimeSpan.FromSeconds(30)));

        using var response = await PayAsync(driver);

        var instant = driver.Sandbox.Clock.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal($"{instant}", response.Headers.GetValues("X-RateLimit-Retry-After").Single());
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task Too_many_requests_can_come_after_processing()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.TooManyRequests429AfterProcessing(TimeSpan.FromSeconds(1)));

        using var response = await PayAsync(driver);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Single(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_redirect_names_the_other_address_and_charges_nothing()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.Redirect307(new("http://127.0.0.1:9/elsewhere")));

        using var response = await PayAsync(driver);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("http://127.0.0.1:9/elsewhere", response.Headers.Location!.ToString());
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    public static TheoryData<bool> Hangs => [true, false];

    [Theory]
    [MemberData(nameof(Hangs))]
    public async Task The_charge_stands_although_the_client_has_gone(bool hangs)
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        var arrived = new TaskCompletionSource();
        driver.Sandbox.Faults.Enqueue(
            hangs ? SandboxFault.Hang() : SandboxFault.Delay(TimeSpan.FromMilliseconds(100)),
            _ => arrived.TrySetResult()
        );
        using var patience = new CancellationTokenSource();

        var payment = driver.SendAsync(HttpMethod.Post, "transactions", RebillyDriver.Body(""), token: patience.Token);
        await arrived.Task.WaitAsync(Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => payment);
        await driver.Sandbox.WhenIdleAsync(Token);
        Assert.Single(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_late_answer_is_still_the_right_one()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.DelayAfterProcessing(TimeSpan.FromMilliseconds(30)));

        var sale = await driver.PayAsync("");

        Assert.Equal("approved", RebillyDriver.Text(sale, "result"));
    }

    [Fact]
    public async Task Faults_meet_writes_in_order_and_leave_reads_alone()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.ServerError500);
        driver.Sandbox.Faults.Enqueue(SandboxFault.Conflict409);

        await driver.GetAsync("transactions");
        using var first = await PayAsync(driver);
        using var second = await PayAsync(driver);

        Assert.Equal((500, 409), ((int)first.StatusCode, (int)second.StatusCode));
    }

    [Fact]
    public async Task A_fault_waits_for_the_request_that_matches()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.ServiceUnavailable503, request => request.Method == "GET");

        await driver.PayAsync("");
        using var read = await driver.SendAsync(HttpMethod.Get, "transactions");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, read.StatusCode);
    }

    [Fact]
    public async Task Cleared_faults_do_nothing()
    {
        await using var driver = await RebillyDriver.StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.Hang());

        driver.Sandbox.Faults.Clear();

        Assert.Equal(0, driver.Sandbox.Faults.Pending);
        await driver.CardAsync();
    }

    private static Task<HttpResponseMessage> PayAsync(RebillyDriver driver) =>
        driver.SendAsync(HttpMethod.Post, "transactions", RebillyDriver.Body(""));

    private static async Task TryPayAsync(RebillyDriver driver)
    {
        try
        {
            using var response = await PayAsync(driver);
        }
        catch (HttpRequestException)
        {
            // Several faults break the connection; the test checks only the ledger.
        }
    }

    private static string Normal(JsonNode node) =>
        node.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? node.GetValue<decimal>().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)
            : node.GetValue<string>();
}
