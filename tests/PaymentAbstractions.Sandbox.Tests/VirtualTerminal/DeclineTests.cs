using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class DeclineTests
{
    private static readonly VirtualTerminalSandboxProfile InHeader = new()
    {
        Name = "x",
        DeclineForm = VirtualTerminalDeclineForm.BadRequestWithErrorHeader,
    };

    [Theory]
    [InlineData("declined", "DECLINE")]
    [InlineData("\\\"Do not [honor], <b>please</b>\\\"", "Do not [honor], <b>please</b>")]
    public async Task A_directive_declines_in_both_forms(string reason, string text)
    {
        var members = $"\"Description\":\"op-1 [sandbox decline={reason}]\"";
        await using var body = await StartAsync();
        await using var header = await StartAsync(InHeader);

        var answer = await body.PayAsync(members);
        var refusal = await RefusalAsync(header.AddAsync(members));

        Assert.Equal((0, false), (Id(answer), answer["Success"]!.GetValue<bool>()));
        Assert.Equal($"{text} REFID:3160000001", Text(answer, "Message"));
        Assert.Equal((400, $"{text} REFID:3160000001", "Bad Request"), refusal);
        Assert.Empty(body.Sandbox.Ledger.Movements);
        Assert.Empty(header.Sandbox.Ledger.Movements);
        Assert.Empty(await body.NotSettledAsync());
    }

    [Theory]
    [InlineData("0.99", false)]
    [InlineData("1.00", true)]
    public async Task An_amount_below_one_is_declined(string amount, bool approved)
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync($"\"Amount\":{amount}");

        Assert.Equal(approved, answer["Success"]!.GetValue<bool>());
        Assert.StartsWith(
            approved ? "Transaction Complete" : "DECLINE REFID:",
            Text(answer, "Message"),
            StringComparison.Ordinal
        );
        Assert.Equal(approved ? 1 : 0, driver.Sandbox.Ledger.Movements.Count);
    }

    [Theory]
    [InlineData(2026, 1, true)]
    [InlineData(2025, 12, false)]
    public async Task A_card_is_good_until_the_end_of_its_month(int year, int month, bool approved)
    {
        await using var driver = await StartAsync();
        var card = driver.Sandbox.AddPaymentMethod(7001, "Discover", "1117", month, year);

        var answer = await driver.PayAsync($"\"PaymentMethodId\":{card}");

        Assert.Equal(approved, answer["Success"]!.GetValue<bool>());
        Assert.StartsWith(
            approved ? "Transaction" : "Expired card REFID:",
            Text(answer, "Message"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("404")]
    [InlineData("500")]
    public async Task A_directive_chooses_the_status(string status)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(
            driver.AddAsync($"\"Description\":\"[sandbox decline=declined http={status}]\"")
        );

        Assert.Equal(status, $"{refusal.Status}");
        Assert.Equal(("DECLINE REFID:3160000001", "Bad Request"), (refusal.Text, refusal.Body));
    }

    [Fact]
    public async Task A_failure_can_be_recorded()
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync("\"Description\":\"[sandbox decline=declined recorded]\"");

        Assert.Equal((501001, false), (Id(answer), answer["Success"]!.GetValue<bool>()));
        var read = await driver.ReadAsync(answer);
        Assert.Equal(("Failed", null), (Text(read, "Status"), Text(read, "AuthorizationCode")));
        Assert.Empty(await driver.NotSettledAsync());
        Assert.Empty(driver.Sandbox.Ledger.Movements);
        var (status, _, _) = await RefusalAsync(driver.PostAsync("transaction/void", IdMember(answer)));
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task A_failure_can_be_a_lie()
    {
        await using var driver = await StartAsync();

        var hidden = await driver.PayAsync("\"Description\":\"[sandbox error=timeout]\"");
        var told = await driver.PayAsync("\"Description\":\"[sandbox error=timeout recorded]\"");

        Assert.Equal((0, 501002), (Id(hidden), Id(told)));
        Assert.StartsWith(
            "Communication timeout with processor REFID:",
            Text(told, "Message"),
            StringComparison.Ordinal
        );
        Assert.Equal("Not Settled", Text(await driver.ReadAsync(told), "Status"));
        Assert.Equal(2, driver.Sandbox.Ledger.CountCharges("7001"));
    }

    [Fact]
    public async Task An_answer_can_show_another_level_and_status()
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync("\"Description\":\"[sandbox level=3 status=\\\"In Review\\\"]\"");

        Assert.Equal((3, "In Review"), (answer["Level"]!.GetValue<int>(), Text(answer, "Status")));
        Assert.Equal("Not Settled", Text(await driver.ReadAsync(answer), "Status"));
    }

    [Theory]
    [InlineData("[sandbox decline=declined")]
    [InlineData("[sandbox decline=\\\"open]")]
    [InlineData("[sandbox decline=]")]
    [InlineData("[sandbox decline]")]
    [InlineData("[sandbox decline=a error=b]")]
    [InlineData("[sandbox error=\\\"\\\"]")]
    [InlineData("[sandbox http=201]")]
    [InlineData("[sandbox recorded=yes]")]
    [InlineData("[sandbox level=4]")]
    [InlineData("[sandbox status=]")]
    [InlineData("[sandbox typo=1]")]
    public async Task A_directive_without_sense_is_refused(string description)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.AddAsync($"\"Description\":\"{description}\""));

        Assert.Equal((400, "Invalid sandbox directive in Description", "Bad Request"), refusal);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task Characters_that_a_header_cannot_hold_are_replaced()
    {
        await using var driver = await StartAsync(InHeader);

        var (_, text, _) = await RefusalAsync(
            driver.AddAsync("\"Description\":\"[sandbox decline=\\\"Réf\\u000d\\u000aX: 1\\\"]\"")
        );

        Assert.Equal("R?f??X: 1 REFID:3160000001", text);
    }

    [Fact]
    public async Task Duplicates_are_refused_for_a_while_when_the_profile_says_so()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", DuplicateCheck = TimeSpan.FromMinutes(20) }
        );
        await driver.PayAsync();

        var duplicate = await driver.PayAsync();
        var otherAmount = await driver.PayAsync("\"Amount\":12.51");
        var otherCard = await driver.PayAsync("\"PaymentMethodId\":9002");
        var otherType = await driver.PayAsync(Auth());
        driver.Sandbox.Clock.Advance(TimeSpan.FromMinutes(20));
        var later = await driver.PayAsync();

        Assert.Equal("Duplicate transaction REFID:3160000001", Text(duplicate, "Message"));
        Assert.All(
            [otherAmount, otherCard, otherType, later],
            answer => Assert.True(answer["Success"]!.GetValue<bool>())
        );
        Assert.Equal(5, driver.Sandbox.Ledger.Movements.Count);
    }

    [Fact]
    public async Task A_voided_charge_has_no_duplicate()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", DuplicateCheck = TimeSpan.FromMinutes(20) }
        );
        await driver.VoidAsync(await driver.PayAsync());

        var again = await driver.PayAsync();

        Assert.True(again["Success"]!.GetValue<bool>());
    }
}
