using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ConfigurationProblemTests
{
    private const string Cards = "Payments:Gateways:cards";

    [Fact]
    public async Task Every_problem_of_every_gateway_is_reported_once_with_its_key_path()
    {
        var problems = await ProblemsOfAsync(
            """
            {
              "Defualt": "cards",
              "Gateways": {
                "cards": { "Provider": "Test", "Environment": "Staging", "Account": "a", "ApiKeyy": "k", "Limit": "many" },
                "bank": { "Provider": "Nobody" },
                "B2B US": { "Provider": "Test", "Limit": 101 }
              }
            }
            """
        );

        string[] paths = [.. problems.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)])];
        Assert.Equal(
            [
                "Payments:Defualt",
                "Payments:Gateways:B2B US",
                "Payments:Gateways:B2B US:Account",
                "Payments:Gateways:B2B US:Limit",
                "Payments:Gateways:B2B US:Limit",
                "Payments:Gateways:bank:Provider",
                "Payments:Gateways:cards:ApiKeyy",
                "Payments:Gateways:cards:Environment",
                "Payments:Gateways:cards:Limit",
                "Payments:Default",
            ],
            paths.OrderBy(path => path == "Payments:Default").ThenBy(path => path, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_unknown_key_lists_the_known_ones()
    {
        var problems = await ProblemsOfAsync(
            """
            { "Defualt": "x", "Gateways": { "cards": { "Provider": "Test", "Account": "a", "ReadOnly": "x" } } }
            """
        );

        Assert.Equal(
            [
                "Payments:Defualt: is not a setting. Did you mean 'Default'? Known names: Default, EnforceRetryLimits, Gateways, Journal, KeepAnswers, KeyNamespace, Recovery, Resilience, ResponseCodes.",
                $"{Cards}:ReadOnly: is not an option. Known names: Account, ApiKey, Limit, Wait, Day, IsOpen, Currency, Provider, Environment, FormerNames, MerchantName, MerchantTaxId, MerchantCountry, MerchantCategoryCode, CommercialDataOptIn, Webhooks.",
            ],
            problems
        );
    }

    [Fact]
    public async Task An_unknown_provider_lists_the_known_ones()
    {
        var missing = await ProblemsOfAsync("""{ "Gateways": { "cards": { "Account": "a" } } }""");

        Assert.Equal([$"{Cards}:Provider: must name a provider. Known names: Test."], missing);
    }

    [Theory]
    [InlineData(
        "Nobody",
        "Known names: Test. Reference the provider's package and, without scanning, call AddProvider."
    )]
    [InlineData("Tset", "Did you mean 'Test'? Known names: Test.")]
    [InlineData(
        "Rebily",
        "Known names: Test. Rebilly is in the package PaymentAbstractions.Rebilly. Reference it and, without scanning, call AddProvider<RebillyProvider>()."
    )]
    [InlineData(
        "virtualterminal",
        "Known names: Test. VirtualTerminal is in the package PaymentAbstractions.VirtualTerminal. Reference it and, without scanning, call AddProvider<VirtualTerminalProvider>()."
    )]
    public async Task A_provider_that_is_missing_is_named_with_its_package_or_the_nearest_name(string name, string hint)
    {
        var problems = await ProblemsOfAsync($$"""{ "Gateways": { "cards": { "Provider": "{{name}}" } } }""");

        Assert.Equal([$"{Cards}:Provider: is '{name}', which is not the name of a provider. {hint}"], problems);
    }

    [Theory]
    [InlineData("Sqltie", "must be one of InMemory, Sqlite. Did you mean 'Sqlite'?")]
    [InlineData("Redis", "must be one of InMemory, Sqlite. Reference the journal's package.")]
    public async Task A_kind_of_journal_that_is_missing_is_named_with_the_nearest(string kind, string hint)
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "Journal": { "Kind": "{{kind}}" }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }
            """
        );

        Assert.Equal([$"Payments:Journal:Kind: is '{kind}', and {hint}"], problems);
    }

    [Theory]
    [InlineData("sqlite", "Sqlite")]
    [InlineData("Postgresql", "PostgreSql")]
    public async Task A_journal_whose_package_is_not_referenced_names_it(string kind, string package)
    {
        var configuration = new TestConfiguration(
            $$"""{ "Journal": { "Kind": "{{kind}}" }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );
        var services = new ServiceCollection();
        services.AddPayments(configuration.Payments, payments => payments.AddProvider<TestProvider>());
        await using var provider = services.BuildValidated();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            provider.GetRequiredService<IPaymentGateways>()
        );

        Assert.Contains(
            $"{package} is in the package PaymentAbstractions.Journal.{package}",
            Assert.Single(exception.Problems),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Staging")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("Sandbox,Live")]
    [InlineData(" Live")]
    public async Task An_environment_is_sandbox_or_live(string environment)
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a", "Environment": "{{environment}}" } } }
            """
        );

        Assert.Equal(
            [$"{Cards}:Environment: is '{environment}', and must be one of Sandbox, Live."],
            problems.Select(problem => problem.Split(" Did you mean")[0])
        );
    }

    [Theory]
    [InlineData("Limit", "many", "is 'many', and must be a whole number.")]
    [InlineData("IsOpen", "yes", "is 'yes', and must be true or false.")]
    [InlineData(
        "Day",
        "Mondya",
        "is 'Mondya', and must be one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday. Did you mean 'Monday'?"
    )]
    [InlineData(
        "Day",
        "1",
        "is '1', and must be one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday."
    )]
    [InlineData("Wait", "30", "is '30', a number without a unit; write a duration, such as \"00:00:30\" or 30s.")]
    [InlineData(
        "Wait",
        "00:30",
        "is '00:30', and must be a duration, such as \"00:00:30\" or 30s (units: ms, s, m, h, d)."
    )]
    [InlineData("Currency", "s3cret", "has three letters.")]
    public async Task A_value_that_cannot_be_bound_is_quoted_where_it_can_be_no_secret(
        string key,
        string value,
        string message
    )
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a", "{{key}}": "{{value}}" } } }
            """
        );

        Assert.Equal([$"{Cards}:{key}: {message}"], problems);
    }

    [Fact]
    public async Task A_value_that_cannot_be_bound_is_not_validated_too()
    {
        var problems = await ProblemsOfAsync(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Account": { "a": "b" }, "Limit": "x" } } }
            """
        );

        Assert.Equal(2, problems.Count);
        Assert.Contains($"{Cards}:Account: is missing.", problems);
        Assert.Contains($"{Cards}:Limit: is 'x', and must be a whole number.", problems);
    }

    [Fact]
    public async Task Two_problems_of_one_option_are_both_reported()
    {
        var problems = await ProblemsOfAsync(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a", "Limit": 101 } } }
            """
        );

        Assert.Equal([$"{Cards}:Limit: must be 0 to 100.", $"{Cards}:Limit: must be a multiple of 10."], problems);
    }

    [Fact]
    public async Task A_default_is_needed_where_there_are_several_gateways()
    {
        var problems = await ProblemsOfAsync(
            """
            {
              "Gateways": {
                "cards": { "Provider": "Test", "Account": "a" },
                "bank": { "Provider": "Test", "Account": "b" }
              }
            }
            """
        );

        var problem = Assert.Single(problems);
        Assert.StartsWith("Payments:Default: is missing. Set it to one of: ", problem, StringComparison.Ordinal);
        Assert.Contains("cards", problem, StringComparison.Ordinal);
        Assert.Contains("bank", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_names_a_gateway()
    {
        var problems = await ProblemsOfAsync(
            """
            { "Default": "crads", "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }
            """
        );

        Assert.Equal(
            [
                "Payments:Default: is 'crads', which is not the name of a gateway. Did you mean 'cards'? Known names: cards.",
            ],
            problems
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Gateways": {} }""")]
    public async Task At_least_one_gateway_is_needed(string json)
    {
        var problems = await ProblemsOfAsync(json);

        Assert.Equal(["Payments:Gateways: contains no gateways; add at least one."], problems);
    }

    [Theory]
    [InlineData("cards.eu")]
    [InlineData("cards eu")]
    [InlineData("kärten")]
    [InlineData("a1234567890123456789012345678901234567890")]
    public async Task A_gateway_name_that_breaks_the_rule_is_refused(string name)
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "Gateways": { "{{name}}": { "Provider": "Test", "Account": "a" } } }
            """
        );

        Assert.Equal(
            [$"Payments:Gateways:{name}: has a name that is not 1 to 40 of the characters a-z, 0-9, _ and -."],
            problems
        );
    }

    [Fact]
    public async Task A_former_name_is_a_gateway_name_that_is_used_once()
    {
        var problems = await ProblemsOfAsync(
            """
            {
              "Default": "cards",
              "Gateways": {
                "bank": { "Provider": "Test", "Account": "b", "FormerNames": [ "old", "Bad Name" ] },
                "cards": { "Provider": "Test", "Account": "a", "FormerNames": [ "old", "bank" ] }
              }
            }
            """
        );

        Assert.Equal(
            [
                "Payments:Gateways:bank:FormerNames: 'Bad Name' is not a valid gateway name or is listed twice.",
                "Payments:Gateways:cards:FormerNames: 'old' is not a valid gateway name or is listed twice.",
                "Payments:Gateways: 'bank' is both a gateway and a former name.",
            ],
            problems
        );
    }

    [Fact]
    public async Task Former_names_are_a_list()
    {
        var problems = await ProblemsOfAsync(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a", "FormerNames": "old" } } }
            """
        );

        Assert.Equal([$"{Cards}:FormerNames: must be a list of names."], problems);
    }

    [Fact]
    public async Task A_key_namespace_has_an_end()
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "KeyNamespace": "{{new string(
                'n',
                101
            )}}", "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }
            """
        );

        Assert.Equal(["Payments:KeyNamespace: has 101 characters, at most 100 are allowed."], problems);
    }

    [Fact]
    public async Task Keys_and_the_names_of_providers_and_gateways_ignore_case()
    {
        await using var payments = new TestPayments(
            """
            {
              "DEFAULT": "CARDS",
              "gateways": {
                "Cards": { "provider": "TEST", "environment": "SANDBOX", "ACCOUNT": "a", "formernames": [ "old" ] },
                "Bank": { "provider": "test", "account": "b" }
              }
            }
            """
        );

        Assert.Equal("cards", payments.Default.Name);
        Assert.Equal("cards", payments.Gateways.Get("OLD").Name);
    }

    [Theory]
    [InlineData("MerchantTaxId", "12345678901234567890X", "must have 1 to 20 characters")]
    [InlineData("MerchantCountry", "UK", "is 'UK', which is not an ISO 3166-1 country; use GB.")]
    [InlineData("MerchantCategoryCode", "599", "is '599', and must be the four digits")]
    [InlineData("CommercialDataOptIn", "yes", "is 'yes'")]
    public async Task The_merchants_data_is_checked(string key, string value, string problem)
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a", "{{key}}": "{{value}}" } } }
            """
        );

        Assert.StartsWith($"{Cards}:{key}: {problem}", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MerchantName", "  ")]
    [InlineData("MerchantName", "a\\nb")]
    public async Task A_merchants_name_says_something_on_one_line(string key, string value)
    {
        var problems = await ProblemsOfAsync(
            $$"""
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a", "{{key}}": "{{value}}" } } }
            """
        );

        Assert.StartsWith(
            $"{Cards}:{key}: must have 1 to 100 characters",
            Assert.Single(problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_operation_that_an_option_enables_names_the_option_when_it_is_refused()
    {
        await using var payments = new TestPayments(backend: backend =>
            backend.Capabilities = backend.Capabilities with { Operations = [PaymentOperation.Sale] }
        );

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            payments.Default.CreditAsync(Testing.PaymentRequests.Credit(), TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            "the gateway 'cards_eu' (Test) does not support Credit. The option Payments:Gateways:cards_eu:IsOpen enables it.",
            Assert.Single(refused.Problems).Message
        );
    }

    internal static async Task<IReadOnlyList<string>> ProblemsOfAsync(string json)
    {
        await using var payments = new TestPayments(json);
        return Assert.Throws<PaymentConfigurationException>(() => payments.Gateways).Problems;
    }
}
