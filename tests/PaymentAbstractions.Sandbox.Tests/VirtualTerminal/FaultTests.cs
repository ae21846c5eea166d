using System.Net;
using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class FaultTests
{
    public static TheoryData<string> Names =>
        [
            .. SandboxFault
                .All.Select(fault => fault.Name)
                .Except([
                    "WrongCurrencyEchoed",
                    "WrongParentEchoed",
                    "NoParentEchoed",
                    "WrongKeyEchoed",
                    "NoKeyEchoed",
                ]),
        ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_processes_exactly_when_it_says_so(string name)
    {
        await using var driver = await StartAsync();
        var fault = Named(name);
        driver.Sandbox.Faults.Enqueue(fault);

        await TryAsync(driver.AddAsync());

        Assert.True(driver.Sandbox.Faults.CanShow(fault));
        Assert.Equal(fault.Processes ? 1 : 0, driver.Sandbox.Ledger.CountCharges("7001"));
        Assert.Equal(0, driver.Sandbox.Faults.Pending);
        Assert.True((await driver.PayAsync())["Success"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_meets_captures_and_voids_too(string name)
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth());
        var sale = await driver.PayAsync();
        var fault = Named(name);
        driver.Sandbox.Faults.Enqueue(fault);
        driver.Sandbox.Faults.Enqueue(fault);

        await TryAsync(driver.PostAsync("transaction/capture", $"{IdMember(auth)},\"Amount\":1"));
        await TryAsync(driver.PostAsync("transaction/void", IdMember(sale)));

        Assert.Equal(fault.Processes ? 4 : 2, driver.Sandbox.Ledger.Movements.Count);
    }

    [Theory]
    [InlineData(nameof(SandboxFault.ServerError500), 500, "application/json")]
    [InlineData(nameof(SandboxFault.BadGateway502Html), 502, "text/html")]
    [InlineData(nameof(SandboxFault.Ok200Html), 200, "text/html")]
    [InlineData(nameof(SandboxFault.WrongContentType), 200, "text/plain")]
    [InlineData(nameof(SandboxFault.EmptyBody), 200, null)]
    [InlineData(nameof(SandboxFault.Conflict409), 409, null)]
    [InlineData(nameof(SandboxFault.Conflict409AfterProcessing), 409, null)]
    [InlineData(nameof(SandboxFault.Unauthorized401), 401, null)]
    [InlineData(nameof(SandboxFault.Forbidden403), 403, null)]
    [InlineData(nameof(SandboxFault.NotFound404), 404, null)]
    [InlineData(nameof(SandboxFault.ServiceUnavailable503), 503, null)]
    public async Task A_fault_answers_with_its_status_and_without_a_text(string name, int status, string? contentType)
    {
        await using var driver = await StartAsync();
        driver.Sandbox.Faults.Enqueue(Named(name));

        using var response = await driver.AddAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Error"));
    }

    [Theory]
    [InlineData(nameof(SandboxFault.ResetBeforeProcessing))]
    [InlineData(nameof(SandboxFault.ResetAfterProcessing))]
    [InlineData(nameof(SandboxFault.HalfStatusLine))]
    [InlineData(nameof(SandboxFault.TruncatedBody))]
    public async Task A_broken_connection_is_no_answer(string name)
    {
        await using var driver = await StartAsync();
        driver.Sandbox.Faults.Enqueue(Named(name));

        await Assert.ThrowsAsync<HttpRequestException>(() => driver.AddAsync());
    }

    [Theory]
    [InlineData("sale", "credit", "Credit")]
    [InlineData("auth", "credit", "Credit")]
    [InlineData("credit", "sale", "Sale")]
    public async Task A_type_can_be_a_lie(string type, string lie, string capitalizedLie)
    {
        await using var plain = await StartAsync();
        await using var capitalized = await StartAsync(VirtualTerminalSandboxProfile.Pessimistic);
        plain.Sandbox.Faults.Enqueue(SandboxFault.WrongTypeEchoed);
        capitalized.Sandbox.Faults.Enqueue(SandboxFault.WrongTypeEchoed);

        var one = await plain.PayAsync($"\"TransactionType\":\"{type}\"");
        var other = await capitalized.PayAsync($"\"TransactionType\":\"{type}\"");

        Assert.Equal((lie, capitalizedLie), (Text(one, "TransactionType"), Text(other, "TransactionType")));
        Assert.Equal(type, Text(await plain.ReadAsync(one), "TransactionType"));
    }

    [Fact]
    public async Task An_amount_and_an_id_can_be_a_lie()
    {
        await using var driver = await StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongAmountEchoed);
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongIdEchoed);

        var amount = await driver.PayAsync();
        var id = await driver.PayAsync();

        Assert.Equal((13.50m, 0L), (Money(amount, "TotalAmount"), Id(id)));
        Assert.Equal(12.50m, Money(await driver.ReadAsync(amount), "TotalAmount"));
        Assert.Equal(25.00m, driver.Sandbox.Ledger.NetCharged("7001"));
    }

    [Fact]
    public async Task A_lie_about_the_amount_of_a_capture_shows_in_both_figures()
    {
        await using var driver = await StartAsync();
        var auth = await driver.PayAsync(Auth());
        await driver.OkAsync("transaction/capture", $"{IdMember(auth)},\"Amount\":5");
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongAmountEchoed, request => request.Method == "GET");

        var lie = await driver.ReadAsync(auth);

        Assert.Equal((6m, 6m), (Money(lie, "TotalAmount"), Money(lie, "CaptureAmount")));
    }

    [Fact]
    public async Task Only_the_lie_changes_in_an_answer()
    {
        await using var driver = await StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongAmountEchoed, request => request.Method == "GET");
        var sale = await driver.PayAsync(LevelThree);
        using var lie = await driver.SendAsync(HttpMethod.Get, $"{Key}/transaction/{Id(sale)}");
        using var truth = await driver.SendAsync(HttpMethod.Get, $"{Key}/transaction/{Id(sale)}");

        var lied = await lie.Content.ReadAsStringAsync(Token);

        Assert.Contains("\"\\/Date(", lied, StringComparison.Ordinal);
        Assert.Equal(
            (await truth.Content.ReadAsStringAsync(Token)).Replace(
                "\"TotalAmount\":96.60",
                "\"TotalAmount\":97.60",
                StringComparison.Ordinal
            ),
            lied
        );
    }

    [Theory]
    [InlineData("Documented", "ID", "0")]
    [InlineData("CaptureAnswersTransactionId", "TransactionId", "0")]
    [InlineData("NamesVaried", "Id", "0")]
    [InlineData("IdsAsStrings", "ID", "\"0\"")]
    public async Task The_id_of_a_capture_can_be_a_lie(string profile, string member, string lie)
    {
        await using var driver = await StartAsync(
            VirtualTerminalSandboxProfile.All.Single(known => known.Name == profile)
        );
        await driver.PayAsync(Auth());
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongIdEchoed);

        var capture = await driver.OkAsync("transaction/capture", "\"TransactionId\":501001,\"Amount\":1");

        Assert.Equal(lie, capture[member]!.ToJsonString());
    }

    [Fact]
    public async Task An_answer_without_the_value_stays_as_it_is()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongAmountEchoed);
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongTypeEchoed);
        driver.Sandbox.Faults.Enqueue(SandboxFault.WrongIdEchoed, request => request.Method == "GET");

        var voided = await driver.VoidAsync(sale);
        var refusal = await RefusalAsync(driver.PostAsync("transaction/void", IdMember(sale)));
        var list = await driver.GetAsync("customers");

        Assert.Equal("""{"ID":501001,"Success":true,"Message":"Transaction Voided"}""", voided.ToJsonString());
        Assert.Equal((400, "Transaction Already Void", ""), refusal);
        Assert.Equal(7001L, Id(list[0]!));
        Assert.Equal(0, driver.Sandbox.Faults.Pending);
    }

    [Fact]
    public async Task A_wrong_currency_cannot_be_shown()
    {
        await using var driver = await StartAsync();
        await using var rebilly = await RebillySandbox.StartAsync(cancellationToken: Token);

        var refusal = Assert.Throws<NotSupportedException>(() =>
            driver.Sandbox.Faults.Enqueue(SandboxFault.WrongCurrencyEchoed)
        );
        Assert.Throws<NotSupportedException>(() =>
            driver.Sandbox.Faults.Enqueue(SandboxFault.WrongCurrencyEchoed, _ => true)
        );

        Assert.Contains("WrongCurrencyEchoed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, driver.Sandbox.Faults.Pending);
        Assert.False(driver.Sandbox.Faults.CanShow(SandboxFault.WrongCurrencyEchoed));
        Assert.All(SandboxFault.All, fault => Assert.True(rebilly.Faults.CanShow(fault)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_many_requests_reports_when_to_retry(bool processes)
    {
        await using var driver = await StartAsync();
        var wait = TimeSpan.FromSeconds(30);
        driver.Sandbox.Faults.Enqueue(
            processes ? SandboxFault.TooManyRequests429AfterProcessing(wait) : SandboxFault.TooManyRequests429(wait)
        );

        using var response = await driver.AddAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(wait, response.Headers.RetryAfter!.Delta);
        Assert.Equal(processes ? 1 : 0, driver.Sandbox.Ledger.Movements.Count);
    }

    [Fact]
    public async Task A_redirect_names_the_other_address_and_charges_nothing()
    {
        await using var driver = await StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.Redirect307(new("http://127.0.0.1:9/elsewhere")));

        using var response = await driver.AddAsync();

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("http://127.0.0.1:9/elsewhere", response.Headers.Location!.ToString());
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_charge_stands_although_the_client_has_gone(bool hangs)
    {
        await using var driver = await StartAsync();
        var arrived = new TaskCompletionSource();
        driver.Sandbox.Faults.Enqueue(
            hangs ? SandboxFault.Hang() : SandboxFault.Delay(TimeSpan.FromMilliseconds(100)),
            _ => arrived.TrySetResult()
        );
        using var patience = new CancellationTokenSource();

        var payment = driver.AddAsync(token: patience.Token);
        await arrived.Task.WaitAsync(Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => payment);
        await driver.Sandbox.WhenIdleAsync(Token);
        Assert.Single(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_late_answer_is_still_the_right_one()
    {
        await using var driver = await StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.DelayAfterProcessing(TimeSpan.FromMilliseconds(30)));

        Assert.Equal(501001L, Id(await driver.PayAsync()));
    }

    private static SandboxFault Named(string name) => SandboxFault.All.Single(known => known.Name == name);

    private static async Task TryAsync(Task<HttpResponseMessage> exchange)
    {
        try
        {
            using var response = await exchange;
        }
        catch (HttpRequestException)
        {
            // Several faults break the connection; the test checks only the ledger.
        }
    }
}
