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
                "B2B-US": { "Provider": "Test", "Limit": 101 }
              }
            }
            """
        );

        string[] paths = [.. problems.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)])];
        Assert.Equal(
            [
                "Payments:Defualt",
                "Payments:Gateways:B2B-US",
                "Payments:Gateways:B2B-US:Account",
                "Payments:Gateways:B2B-US:Limit",
                "Payments:Gateways:B2B-US:Limit",
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
                "Payments:Defualt: is not a setting. Known are: Default, Gateways, Journal, KeepAnswers, KeyNamespace, Recovery, Resilience, RetryCategories.",
                $"{Cards}:ReadOnly: is not an option. Known are: Account, ApiKey, Limit, Currency.",
            ],
            problems
        );
    }

    [Fact]
    public async Task An_unknown_provider_lists_the_known_ones()
    {
        var missing = await ProblemsOfAsync("""{ "Gateways": { "cards": { "Account": "a" } } }""");
        var unknown = await ProblemsOfAsync("""{ "Gateways": { "cards": { "Provider": "Nobody" } } }""");

        Assert.Equal([$"{Cards}:Provider: must name a provider. Known are: Test."], missing);
        Assert.Equal(missing, unknown);
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

        Assert.Equal([$"{Cards}:Environment: must be Sandbox or Live."], problems);
    }

    [Theory]
    [InlineData("Limit", "s3cret", "cannot be converted to the type of the option.")]
    [InlineData("Currency", "s3cret", "has three letters.")]
    public async Task A_value_that_cannot_be_bound_is_not_shown(string key, string value, string message)
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
        Assert.Contains($"{Cards}:Limit: cannot be converted to the type of the option.", problems);
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
        Assert.StartsWith("Payments:Default: is missing. Name one of: ", problem, StringComparison.Ordinal);
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

        Assert.Equal(["Payments:Default: names no gateway. Known are: cards."], problems);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Gateways": {} }""")]
    public async Task At_least_one_gateway_is_needed(string json)
    {
        var problems = await ProblemsOfAsync(json);

        Assert.Equal(["Payments:Gateways: holds no gateway; add at least one."], problems);
    }

    [Theory]
    [InlineData("cards-eu")]
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
            [$"Payments:Gateways:{name}: has a name that is not 1 to 40 of the characters a-z, 0-9 and _."],
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
                "bank": { "Provider": "Test", "Account": "b", "FormerNames": [ "old", "Bad-Name" ] },
                "cards": { "Provider": "Test", "Account": "a", "FormerNames": [ "old", "bank" ] }
              }
            }
            """
        );

        Assert.Equal(
            [
                "Payments:Gateways:bank:FormerNames: 'Bad-Name' is no gateway name or is listed twice.",
                "Payments:Gateways:cards:FormerNames: 'old' is no gateway name or is listed twice.",
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

        Assert.Equal(["Payments:KeyNamespace: has more than 100 characters."], problems);
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

    internal static async Task<IReadOnlyList<string>> ProblemsOfAsync(string json)
    {
        await using var payments = new TestPayments(json);
        return Assert.Throws<PaymentConfigurationException>(() => payments.Gateways).Problems;
    }
}
