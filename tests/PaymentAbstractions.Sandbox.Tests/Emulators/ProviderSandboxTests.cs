using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Sandbox.Tests.Emulators;

public sealed class ProviderSandboxTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_booked_movement_has_a_position_and_the_time_of_the_clock()
    {
        await using var till = await TillSandbox.StartAsync(new SandboxOptions { StartTime = Start });
        using var client = ClientOf(till);

        await ChargeAsync(client);
        till.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChargeAsync(client);

        Assert.Equal([1L, 2L], till.Ledger.Movements.Select(movement => movement.Sequence));
        Assert.Equal([Start, Start.AddMinutes(1)], till.Ledger.Movements.Select(movement => movement.Time));
        Assert.Equal(
            ["ch_000000000001", "ch_000000000002"],
            till.Ledger.Movements.Select(movement => movement.TransactionId)
        );
        Assert.Equal(Start, till.Traffic.Requests[0].ReceivedAt);
    }

    [Fact]
    public async Task A_key_answers_again_until_it_is_forgotten_and_takes_no_other_request()
    {
        await using var till = await TillSandbox.StartAsync(new SandboxOptions { StartTime = Start });
        using var client = ClientOf(till);

        var first = await ChargeAsync(client, key: "k");
        var again = await ChargeAsync(client, key: "k");
        var other = await ChargeAsync(client, amount: 2m, key: "k");
        till.Clock.Advance(TimeSpan.FromHours(24));
        var later = await ChargeAsync(client, key: "k");

        var id = await IdOfAsync(first);
        Assert.Equal(id, await IdOfAsync(again));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.NotEqual(id, await IdOfAsync(later));
        Assert.Equal(2, till.Ledger.Movements.Count);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_its_key_up()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        using var broken = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = new StringContent("[]") };
        broken.Headers.Add("Key", "k");

        var refused = await client.SendAsync(broken, Token);
        var paid = await ChargeAsync(client, key: "k");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, paid.StatusCode);
    }

    [Theory]
    [InlineData(nameof(SandboxFault.WrongAmountEchoed), "amount", "13.50")]
    [InlineData(nameof(SandboxFault.WrongCurrencyEchoed), "currency", "xts")]
    [InlineData(nameof(SandboxFault.WrongTypeEchoed), "type", "refund")]
    [InlineData(nameof(SandboxFault.WrongIdEchoed), "id", "")]
    [InlineData(nameof(SandboxFault.WrongParentEchoed), "of", "or_10")]
    public async Task A_named_member_of_json_is_falsified(string fault, string member, string wrong)
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        till.Faults.Enqueue(Named(fault));

        var answer = await (await ChargeAsync(client)).Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.Equal(wrong, answer![member]!.ToString());
        Assert.Single(till.Ledger.Movements);
    }

    [Theory]
    [InlineData(nameof(SandboxFault.WrongAmountEchoed), "amount", "13.50")]
    [InlineData(nameof(SandboxFault.WrongIdEchoed), "id", "0")]
    public async Task A_named_element_of_xml_is_falsified(string fault, string element, string wrong)
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        till.Faults.Enqueue(Named(fault), static _ => true);

        var answer = XDocument.Parse(await client.GetStringAsync("charges/xml", Token));

        Assert.Equal(wrong, Assert.Single(answer.Descendants(element)).Value);
    }

    [Fact]
    public async Task A_repeated_request_is_in_the_text_and_in_a_separate_member()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        till.Faults.Enqueue(SandboxFault.RequestRepeated);

        var answer = await (await ChargeAsync(client, key: "k-canary")).Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.StartsWith("Thank you POST /charges", answer!["text"]!.ToString(), StringComparison.Ordinal);
        Assert.All(
            new[] { "text", "echo" },
            member => Assert.Contains("k-canary", answer[member]!.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_held_request_has_arrived_and_is_processed_when_it_is_released()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);

        Task<HttpResponseMessage> charge;
        using (till.Faults.HoldNext(till.MovesMoney))
        {
            charge = ChargeAsync(client);
            while (till.Traffic.Requests.Count == 0)
            {
                await Task.Yield();
            }

            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("elsewhere", Token)).StatusCode);
            Assert.Empty(till.Ledger.Movements);
        }

        Assert.Equal(HttpStatusCode.Created, (await charge).StatusCode);
        Assert.Single(till.Ledger.Movements);
    }

    [Fact]
    public async Task A_request_that_hangs_lets_the_deadlines_of_the_client_pass()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        till.Faults.Enqueue(SandboxFault.Hang());
        using var deadline = new CancellationTokenSource(TimeSpan.FromDays(1), till.ClientClock);

        Assert.Contains(TimeSpan.FromDays(1), till.ClientClock.RunningTimers);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ChargeAsync(client, cancellationToken: deadline.Token)
        );

        Assert.True(deadline.IsCancellationRequested);
        Assert.Single(till.Ledger.Movements);
    }

    [Theory]
    [InlineData("POST", typeof(FormatException))]
    [InlineData("GET", typeof(IOException))]
    public async Task An_exception_of_the_emulator_is_thrown_once_to_the_waiting_caller(string method, Type thrown)
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);

        await BreakAsync(client, method);
        await BreakAsync(client, method);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => till.WhenIdleAsync(Token));
        await till.WhenIdleAsync(Token);

        Assert.IsType(thrown, failure.InnerException);
        Assert.Contains(
            $"TillSandbox threw {thrown.Name} and answered 500: No such",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_of_the_emulator_under_a_fault_is_thrown_too()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        till.Faults.Enqueue(SandboxFault.WrongTypeEchoed);

        await BreakAsync(client, "POST");

        await Assert.ThrowsAsync<InvalidOperationException>(() => till.WhenIdleAsync(Token));
        Assert.Equal(0, till.Faults.Shown);
    }

    [Fact]
    public async Task An_unobserved_exception_of_the_emulator_is_thrown_by_its_end()
    {
        var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        await BreakAsync(client, "POST");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await till.DisposeAsync());

        await till.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => BreakAsync(client, "POST"));
    }

    [Fact]
    public async Task A_fault_is_shown_when_a_request_met_it_and_something_was_wrong()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        var shown = new List<int>();
        foreach (
            var (fault, amount, path) in new[]
            {
                (SandboxFault.WrongAmountEchoed, "12.50", "charges"),
                (SandboxFault.WrongAmountEchoed, "\"much\"", "texts"),
                (SandboxFault.WrongParentEchoed, "12.50", "nowhere"),
                (SandboxFault.ServerError500, "12.50", "charges"),
            }
        )
        {
            till.Faults.Enqueue(fault);
            using var content = new StringContent($"{{\"amount\":{amount}}}");
            await client.PostAsync(path, content, Token);
            shown.Add(till.Faults.Shown);
        }

        Assert.Equal(0, till.Faults.Pending);
        Assert.Equal([1, 1, 1, 2], shown);
    }

    [Fact]
    public async Task A_fault_waits_for_what_moves_money()
    {
        await using var till = await TillSandbox.StartAsync();
        using var client = ClientOf(till);
        till.Faults.Enqueue(SandboxFault.ServerError500);

        var other = await client.DeleteAsync("charges/7", Token);
        var charge = await ChargeAsync(client);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.InternalServerError),
            (other.StatusCode, charge.StatusCode)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("charge")]
    [InlineData("charge", "charge")]
    public void A_type_needs_a_second_one_that_is_wrong(params string[] types)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new TypedSandbox(types.Where(type => type.Length > 0)));

        Assert.Equal("echoes", refusal.ParamName);
        Assert.Contains("Set Types to two types that the API knows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_are_found_by_texts_and_by_numbers()
    {
        var objects = new SandboxObjects("account");
        var made = objects.Add(JsonNode.Parse("""{"id":501,"account":7,"order":"7"}""")!.AsObject());

        Assert.Same(made, objects.Find("7", "501"));
        Assert.Null(objects.Find("7", "50"));
        Assert.Single(objects.List("7", [new("order", "7")]).Page);
        Assert.Empty(objects.List("7", [], after: "501").Page);
    }

    [Fact]
    public async Task The_page_shows_ledger_and_requests_without_headers_and_bodies()
    {
        await using var till = await TillSandbox.StartAsync(new SandboxOptions { StartTime = Start });
        using var client = ClientOf(till);
        await ChargeAsync(client, text: "<b>order 7</b>", key: "k-canary");
        await client.GetAsync("elsewhere?key=q-canary", Token);

        var page = await client.GetStringAsync(till.PageAddress, Token);

        Assert.Contains("ch_000000000001", page, StringComparison.Ordinal);
        Assert.Contains("12.50 EUR", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;order 7&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("POST /charges", page, StringComparison.Ordinal);
        Assert.Contains("GET /elsewhere", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", page, StringComparison.Ordinal);
        Assert.Equal(2, till.Traffic.Requests.Count);
    }

    [Fact]
    public async Task The_page_of_the_virtual_terminal_hides_the_key_in_its_paths()
    {
        await using var terminal = await VirtualTerminalSandbox.StartAsync(cancellationToken: Token);
        using var client = ClientOf(terminal);
        await client.GetAsync("api/vt_sandbox_key/customers", Token);

        var page = await client.GetStringAsync(terminal.PageAddress, Token);

        Assert.Contains("GET /api/{key}/customers", page, StringComparison.Ordinal);
        Assert.DoesNotContain("vt_sandbox_key", page, StringComparison.Ordinal);
    }

    private static async Task BreakAsync(HttpClient client, string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "broken");
        using var answer = await client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    private static HttpClient ClientOf(ProviderSandbox sandbox) => new() { BaseAddress = sandbox.RootAddress };

    private static SandboxFault Named(string name) => SandboxFault.All.Single(fault => fault.Name == name);

    private static async Task<HttpResponseMessage> ChargeAsync(
        HttpClient client,
        decimal amount = 12.50m,
        string? text = null,
        string? key = null,
        CancellationToken? cancellationToken = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "charges")
        {
            Content = JsonContent.Create(new JsonObject { ["amount"] = amount, ["text"] = text }),
        };
        if (key is not null)
        {
            request.Headers.Add("Key", key);
        }

        return await client.SendAsync(request, cancellationToken ?? Token);
    }

    private sealed class TypedSandbox(IEnumerable<string> types)
        : ProviderSandbox(new SandboxOptions(), new SandboxEchoes { Type = "type", Types = [.. types] })
    {
        public override bool MovesMoney(SandboxRequest request) => true;

        protected internal override SandboxResponse Answer(SandboxRequest request) => Problem(404, "Nothing.");
    }

    private static async Task<string> IdOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!.ToString();
}
