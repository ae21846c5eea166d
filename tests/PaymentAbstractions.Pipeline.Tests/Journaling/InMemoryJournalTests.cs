using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class InMemoryJournalTests
{
    private const string Sandbox = """{ "Provider": "Test", "Environment": "Sandbox", "Account": "s" }""";
    private const string Live = """{ "Provider": "Test", "Environment": "Live", "Account": "l" }""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"InMemory\"")]
    [InlineData("{ \"Kind\": \"inmemory\" }")]
    [InlineData(
        "{ \"Kind\": \"InMemory\", \"KeepClosedFor\": \"2.00:00:00\", \"MaxClosed\": \"5\", \"MaxInDoubt\": \"5\" }"
    )]
    public async Task A_repeat_is_answered_while_the_process_lives(string journal)
    {
        await using var payments = Configured(journal, $"\"cards\": {Sandbox}");

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var repeat = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var report = await payments.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(Token);

        Assert.True(repeat.IsApproved);
        Assert.Equal(1, payments.Backend.Sent);
        Assert.True(report.IsComplete);
    }

    [Fact]
    public async Task A_closed_payment_is_forgotten_after_its_time_and_then_sent_again()
    {
        await using var payments = new TestPayments(
            $$"""{ "Gateways": { "cards": {{Sandbox}} } }""",
            builder => builder.UseInMemoryJournal(options => options.KeepClosedFor = TimeSpan.FromHours(2))
        );
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        payments.Clock.Advance(TimeSpan.FromHours(2));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(2, payments.Backend.Sent);
    }

    [Theory]
    [InlineData("\"InMemory\"")]
    [InlineData("{ \"Kind\": \"InMemory\", \"AllowLive\": \"false\" }")]
    public async Task Gateways_that_move_real_money_must_accept_it(string journal)
    {
        const string unsaid = """{ "Provider": "Test", "Account": "u" }""";
        await using var payments = Configured(
            journal,
            $"\"test\": {Sandbox}, \"real\": {Live}, \"unsaid\": {unsaid}",
            "\"Default\": \"test\", "
        );

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways);

        var problem = Assert.Single(exception.Problems);
        Assert.StartsWith("Payments:Journal: is in memory", problem, StringComparison.Ordinal);
        Assert.Contains("Live or have no Environment: real, unsaid.", problem, StringComparison.Ordinal);
        Assert.Contains("\"AllowLive\": true", problem, StringComparison.Ordinal);
        Assert.Contains("UseInMemoryJournal(options => options.AllowLive = true)", problem, StringComparison.Ordinal);
        Assert.Empty(payments.Backend.Executed);
    }

    [Fact]
    public async Task Chosen_in_code_it_must_be_accepted_too()
    {
        var configuration = $$"""{ "Gateways": { "cards": {{Live}} } }""";
        await using var refused = new TestPayments(configuration, builder => builder.UseInMemoryJournal());
        await using var accepted = new TestPayments(
            configuration,
            builder => builder.UseInMemoryJournal(options => options.AllowLive = true)
        );

        var exception = Assert.Throws<PaymentConfigurationException>(() => refused.Gateways);

        Assert.StartsWith("Payments:Journal: ", Assert.Single(exception.Problems), StringComparison.Ordinal);
        Assert.True((await accepted.Default.SaleAsync(PaymentRequests.Sale(), Token)).IsApproved);
    }

    [Theory]
    [InlineData("\"InMemory\"")]
    [InlineData("{ \"Kind\": \"File\", \"Path\": \"/nowhere\" }")]
    public async Task A_reload_cannot_add_a_gateway_that_moves_real_money(string journal)
    {
        await using var payments = Configured("\"InMemory\"", $"\"test\": {Sandbox}");
        Assert.Equal(["test"], payments.Gateways.Names);

        payments.Configuration.Replace(
            $$"""{ "Journal": {{journal}}, "Default": "test", "Gateways": { "test": {{Sandbox}}, "real": {{Live}} } }"""
        );

        Assert.Equal(["test"], payments.Gateways.Names);
        Assert.Contains(
            payments.Gateways.ReloadProblems,
            problem => problem.StartsWith("Payments:Journal: is in memory", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_reload_may_accept_it()
    {
        await using var payments = Configured("\"InMemory\"", $"\"test\": {Sandbox}");
        Assert.Equal(["test"], payments.Gateways.Names);

        payments.Configuration.Replace(
            $$"""
            {
              "Journal": { "Kind": "InMemory", "AllowLive": true },
              "Default": "test",
              "Gateways": { "test": {{Sandbox}}, "real": {{Live}} }
            }
            """
        );

        Assert.Equal(["real", "test"], payments.Gateways.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_is_one_problem()
    {
        await using var payments = Configured("\"None\"", $"\"cards\": {Sandbox}");

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways);

        Assert.Equal(
            ["Payments:Journal:Kind: is 'None', and must be one of InMemory, Sqlite. Reference the journal's package."],
            exception.Problems
        );
    }

    [Fact]
    public async Task A_journal_that_is_used_without_gateways_names_what_is_wrong_with_it()
    {
        await using var payments = Configured("\"None\"", $"\"cards\": {Sandbox}");
        var journal = payments.Services.GetRequiredService<IPaymentJournal>();

        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            journal.CountAsync(cancellationToken: Token)
        );

        Assert.StartsWith("Payments:Journal:Kind: ", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_out_of_range_are_named_by_their_keys()
    {
        await using var payments = Configured(
            "{ \"Kind\": \"InMemory\", \"KeepClosedFor\": \"00:59:59\", \"MaxClosed\": \"0\", \"MaxInDoubt\": \"0\", \"Path\": \"x\" }",
            $"\"cards\": {Sandbox}"
        );

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways);

        Assert.Equal(
            ["KeepClosedFor", "MaxClosed", "MaxInDoubt", "Path"],
            exception.Problems.Select(problem => problem.Split(':')[2]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task When_it_is_full_nothing_is_sent_and_the_reason_is_reported()
    {
        await using var payments = new TestPayments(
            $$"""{ "Resilience": { "FailureRatio": 0 }, "Gateways": { "cards": {{Sandbox}} } }""",
            builder => builder.UseInMemoryJournal(options => options.MaxInDoubt = 10)
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));

        for (var i = 0; i < 10; i++)
        {
            await payments.Default.SaleAsync(Sale(i), Token);
        }

        var result = await payments.Default.SaleAsync(Sale(10), Token);
        var health = payments.Services.GetRequiredService<IPaymentJournal>().Health;

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.NotRecorded), (result.Outcome, result.Reason));
        Assert.Contains("The journal in memory is full: 10 payments", result.Message, StringComparison.Ordinal);
        Assert.Equal(10, payments.Backend.Sent);
        Assert.False(health.IsOpenForSends);
        Assert.Single(
            payments.Logs.Of(LogLevel.Warning),
            message => message.Contains("The journal in memory is filling", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task It_warns_again_when_it_fills_again()
    {
        await using var payments = new TestPayments(
            $$"""{ "Resilience": { "FailureRatio": 0 }, "Gateways": { "cards": {{Sandbox}} } }""",
            builder => builder.UseInMemoryJournal(options => options.MaxInDoubt = 2)
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        var recovery = payments.Services.GetRequiredService<IPaymentRecovery>();

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 3; i++)
            {
                await payments.Default.SaleAsync(Sale((3 * round) + i), Token);
            }

            payments.Clock.Advance(TimeSpan.FromHours(1));
            await foreach (var payment in recovery.GetUnresolvedAsync(Token))
            {
                await recovery.ResolveAsync(
                    payment.Entry.Intent.IdempotencyKey,
                    PaymentOutcome.Declined,
                    transaction: null,
                    who: "ada",
                    why: "It is not on the statement.",
                    cancellationToken: Token
                );
            }
        }

        Assert.Equal(
            2,
            payments
                .Logs.Of(LogLevel.Warning)
                .Count(message => message.Contains("The journal in memory is filling", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("Sandbox", true)]
    [InlineData("Live", false)]
    public async Task A_host_says_at_its_start_what_is_not_promised_or_does_not_start(string environment, bool starts)
    {
        var logs = new CapturedLogs();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(logs);
        builder.Services.AddPayments(
            new TestConfiguration(
                $$"""
                {
                  "Journal": "InMemory",
                  "Gateways": { "cards": { "Provider": "Test", "Environment": "{{environment}}", "Account": "a" } }
                }
                """
            ).Payments,
            payments => payments.AddProvider<TestProvider>()
        );
        using var host = builder.Build();

        if (!starts)
        {
            await Assert.ThrowsAsync<PaymentConfigurationException>(() => host.StartAsync(Token));
            return;
        }

        await host.StartAsync(Token);
        await host.StopAsync(Token);

        var line = Assert.Single(logs.Of(LogLevel.Warning));
        Assert.Contains("is lost when the process ends", line, StringComparison.Ordinal);
        Assert.Contains("unresolved payments are not looked up", line, StringComparison.Ordinal);
    }

    private static SaleRequest Sale(int number) =>
        PaymentRequests.Sale(key: $"key-{number}") with
        {
            OrderReference = new OrderReference($"order-{number}"),
        };

    private static TestPayments Configured(string journal, string gateways, string before = "") =>
        new($$"""{ {{before}}"Journal": {{journal}}, "Gateways": { {{gateways}} } }""");
}
