using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>All problems of payments in code are reported together at the start, each with the member that has to change.</summary>
public sealed class CodeProblemTests
{
    [Fact]
    public async Task One_error_lists_every_problem_of_code_and_configuration()
    {
        await using var payments = new CodePayments(
            """
            {
              "Defualt": "cards",
              "Gateways": {
                "cards": { "Provider": "Test", "Limit": 500 },
                "bank": { "Provider": "Test", "Account": "b", "Limit": "many" }
              }
            }
            """,
            options => options.KeyNamespace = new string('n', 101)
        );
        payments.Add("b2b-us", options => (options.Account, options.MerchantCountry) = (null, "UK"));
        payments.Payments.AddGateway<TestProvider, TestOptions>("bank", options => options.MerchantCategoryCode = "59");
        payments.Services.Configure<ResilienceOptions>(options => options.MaxRetries = 6);
        payments.Services.Configure<RecoveryOptions>(options => options.CheckAfter = [TimeSpan.FromSeconds(1)]);

        Assert.Equal(
            [
                "Payments:Defualt: is not a setting. Did you mean 'Default'? Known names: Default, EnforceRetryLimits, Gateways, Journal, KeepAnswers, KeyNamespace, Recovery, Resilience, ResponseCodes.",
                "PaymentsOptions.KeyNamespace: has 101 characters, at most 100 are allowed.",
                "ResilienceOptions.MaxRetries: is 6, and must be 0 to 5.",
                "RecoveryOptions.CheckAfter: is '00:00:01', and must be a list of 1 to 20 times such as 06:00:00, 00:01:00 to 366.00:00:00, each longer than the one before.",
                "Payments:Gateways:bank:Limit: is 'many', and must be a whole number.",
                "bank: TestOptions.MerchantCategoryCode: is '59', and must be the four digits of a merchant category code, such as 5999.",
                "Payments:Gateways:cards:Account: is missing.",
                "Payments:Gateways:cards:Limit: must be 0 to 100.",
                "b2b-us: TestOptions.MerchantCountry: is 'UK', which is not an ISO 3166-1 country; use GB.",
                "b2b-us: TestOptions.Account: is missing.",
                "Payments:Default: is missing. Set it to one of: bank, cards, b2b-us.",
            ],
            payments.Problems()
        );
    }

    [Fact]
    public async Task A_host_stops_at_its_start_with_that_one_error()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder
            .Services.AddPayments(options => options.Default = "crads")
            .AddGateway<TestProvider, TestOptions>("cards", _ => { });
        builder.Services.AddOptions<TestOptions>("cards").Validate(_ => false, "No one agreed.").ValidateOnStart();
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );

        Assert.Collection(
            exception.Problems,
            problem =>
                Assert.StartsWith(
                    "Journal: is missing. Without a journal a payment",
                    problem,
                    StringComparison.Ordinal
                ),
            problem => Assert.Equal("cards: TestOptions: No one agreed.", problem),
            problem => Assert.Equal("cards: TestOptions.Account: is missing.", problem),
            problem =>
                Assert.Equal(
                    "PaymentsOptions.Default: is 'crads', which is not the name of a gateway. Did you mean 'cards'? Known names: cards.",
                    problem
                )
        );
        Assert.DoesNotContain("here", exception.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_PostConfigure_broke_is_named_as_a_member_although_the_section_has_the_key()
    {
        await using var payments = new CodePayments(
            """{ "Gateways": { "cards": { "Provider": "Test", "Account": "a", "Limit": 10 } } }"""
        );
        payments.Services.PostConfigure<TestOptions>("cards", options => options.Limit = 101);
        payments.Services.Configure<RecoveryOptions>(options => options.BackOff = TimeSpan.FromHours(2));

        Assert.Equal(
            [
                "Payments:Recovery:MaxBackOff: (01:00:00) must not be shorter than BackOff (02:00:00).",
                "cards: TestOptions.Limit: must be 0 to 100.",
                "cards: TestOptions.Limit: must be a multiple of 10.",
            ],
            payments.Problems()
        );
    }

    [Fact]
    public async Task The_options_of_the_journal_belong_to_the_one_error()
    {
        var services = new ServiceCollection();
        services
            .AddPayments()
            .AddGateway<TestProvider, TestOptions>("cards", _ => { })
            .UseSqliteJournal("", options => options.KeepDetailsFor = TimeSpan.FromDays(-1));
        services.PostConfigure<SqliteJournalOptions>(options => options.LockTimeout = TimeSpan.Zero);
        await using var provider = services.BuildValidated();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            provider.GetRequiredService<IPaymentGateways>()
        );

        Assert.Equal(
            [
                "SqliteJournalOptions.Path",
                "SqliteJournalOptions.LockTimeout",
                "SqliteJournalOptions.KeepDetailsFor",
                "cards: TestOptions.Account",
            ],
            exception.Problems.Select(problem =>
                problem[
                    ..problem.IndexOf(
                        ": ",
                        problem.StartsWith("cards", StringComparison.Ordinal) ? 7 : 0,
                        StringComparison.Ordinal
                    )
                ]
            )
        );
    }

    [Fact]
    public async Task Several_gateways_need_a_default()
    {
        await using var payments = new CodePayments();
        payments.Add("cards").Add("bank");

        Assert.Equal(["PaymentsOptions.Default: is missing. Set it to one of: cards, bank."], payments.Problems());
    }

    [Fact]
    public async Task Without_a_gateway_there_is_nothing_to_start()
    {
        await using var payments = new CodePayments();

        Assert.Equal(["Gateways: contains no gateways; add at least one."], payments.Problems());
    }

    [Theory]
    [InlineData("Cards")]
    [InlineData("cards.eu")]
    [InlineData("")]
    [InlineData("a1234567890123456789012345678901234567890")]
    public async Task A_name_that_breaks_the_rule_is_refused(string name)
    {
        await using var payments = new CodePayments();
        payments.Add(name, options => options.Account = "a");

        Assert.Equal(
            [$"{name}: TestOptions: has a name that is not 1 to 40 of the characters a-z, 0-9, _ and -."],
            payments.Problems()
        );
    }

    [Fact]
    public async Task A_gateway_is_added_once_and_completed_by_its_name()
    {
        await using var payments = new CodePayments();
        payments.Add("cards").Add("cards");

        Assert.Equal(
            [
                "cards: TestOptions: is added 2 times in code. Keep one call, and change its options with Configure<TestOptions>(\"cards\", ...).",
            ],
            payments.Problems()
        );
    }

    [Fact]
    public async Task Code_and_configuration_mean_the_same_provider()
    {
        await using var payments = new CodePayments(
            """{ "Gateways": { "cards": { "Provider": "Other", "Account": "a" } } }"""
        );
        payments.Payments.AddProvider<OtherProvider>();
        payments.Add("cards");

        Assert.Contains(
            "Payments:Gateways:cards:Provider: is 'Other', but code adds 'cards' as a gateway of Test. Give one of the two another name.",
            payments.Problems()
        );
    }

    [Fact]
    public async Task A_webhook_secret_is_never_quoted()
    {
        await using var payments = new CodePayments();
        payments.Add(
            "cards",
            options =>
                options.Webhooks = new WebhookOptions
                {
                    Authentication = WebhookAuthentication.Basic,
                    UserName = "a b",
                    Password = new ApiKey("s3cret"),
                }
        );

        var problems = payments.Problems();

        Assert.Equal(
            ["cards: TestOptions.Webhooks.UserName", "cards: TestOptions.Webhooks.Password"],
            problems.Select(problem => string.Join(": ", problem.Split(": ").Take(2)))
        );
        Assert.All(problems, problem => Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_of_a_configuration_is_a_problem_of_its_gateway_and_its_message_is_not_shown()
    {
        await using var payments = new CodePayments(configure: options => options.Default = "bank");
        payments.Add("cards", _ => throw new InvalidOperationException("s3cret")).Add("bank", one => one.Limit = 5);

        Assert.Equal(
            [
                "cards: TestOptions: cannot be used: its provider failed with InvalidOperationException. The log contains the details.",
                "bank: TestOptions.Limit: must be a multiple of 10.",
            ],
            payments.Problems()
        );
        Assert.All(
            payments.Logs.Exceptions,
            exception => Assert.DoesNotContain("s3cret", $"{exception}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_option_that_switches_something_on_is_named_as_code_names_it()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");
        payments.Backend.Capabilities = payments.Backend.Capabilities with { Operations = [PaymentOperation.Sale] };

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Gateways.Default.CreditAsync(
                Testing.PaymentRequests.Credit(),
                TestContext.Current.CancellationToken
            )
        );

        Assert.EndsWith(
            "The option cards: TestOptions.IsOpen enables it.",
            Assert.Single(refused.Problems).Message,
            StringComparison.Ordinal
        );
    }
}
