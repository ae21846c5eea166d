namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ResponseCodesSectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Visa", "Advice", "DoNotRetry")]
    [InlineData("visa", "advice", "donotretry")]
    public async Task A_reading_is_overridden_by_configuration(string brand, string key, string advice)
    {
        await using var payments = new TestPayments(
            $$"""
            {
              "ResponseCodes": { "Version": "mine", "{{brand}}": { "51": { "{{key}}": "{{advice}}" } } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );
        payments.Backend.OnExecute = (_, call) =>
            Task.FromResult(
                Testing.PaymentResults.Declined(call.Request, ResponseCode.FromProvider("51", CardBrand.Visa))
            );

        var code = (await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token)).Code!.Value;

        Assert.Equal((ResponseAdvice.DoNotRetry, RetryAllowance.Nothing), (code.Advice, code.Retries));
        Assert.Equal(ResponseCategory.InsufficientFunds, code.Category);
    }

    [Fact]
    public async Task Answers_of_the_journal_are_read_by_the_configured_table_too()
    {
        await using var payments = new JournaledPayments(
            """
            {
              "ResponseCodes": { "Neutral": { "51": { "Advice": "DoNotRetry" } } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );
        payments.Backend.OnExecute = (_, call) => Task.FromResult(Testing.PaymentResults.Declined(call.Request, "51"));
        var request = Testing.PaymentRequests.Sale();
        await payments.Default.SaleAsync(request, Token);

        var repeated = await payments.Default.SaleAsync(request, Token);

        Assert.Equal(ResponseAdvice.DoNotRetry, repeated.Code!.Value.Advice);
        Assert.Single(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_code_that_an_adapter_read_by_another_table_is_read_by_the_gateways()
    {
        await using var payments = new TestPayments(
            """{ "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );
        var house = ResponseCodeTable.Default.With(
            "house",
            [new ResponseRow("51", "House rule", ResponseCategory.InsufficientFunds, ResponseAdvice.DoNotRetry)]
        );
        var standard = ResponseCode.FromProvider("51");
        payments.Backend.OnExecute = (_, call) =>
            Task.FromResult(Testing.PaymentResults.Declined(call.Request, standard.By(house)));

        var code = (await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token)).Code!.Value;

        Assert.Equal(ResponseAdvice.DoNotRetry, standard.By(house).Advice);
        Assert.Equal(standard.Advice, code.Advice);
    }

    [Fact]
    public async Task A_problem_is_reported_with_its_key_path()
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            """
            {
              "ResponseCodes": { "Visa": { "51": { "Advise": "DoNotRetry", "Advice": "Sometimes" } } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        Assert.Equal(2, problems.Count);
        Assert.Contains(
            problems,
            one => one.StartsWith("Payments:ResponseCodes:Visa:51:Advice: is 'Sometimes'", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            one => one.StartsWith("Payments:ResponseCodes:Visa:51:Advise: is not a setting", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Vsia", "Did you mean 'Visa'?")]
    [InlineData("Maestro", "Known names: Neutral, Visa, Mastercard, ")]
    public async Task A_brand_whose_rows_would_never_count_is_refused(string brand, string hint)
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            $$"""
            {
              "ResponseCodes": { "{{brand}}": { "51": { "Advice": "DoNotRetry" } } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        var problem = Assert.Single(problems);
        Assert.StartsWith(
            $"Payments:ResponseCodes:{brand}: is not a card brand with rows.",
            problem,
            StringComparison.Ordinal
        );
        Assert.Contains(hint, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_unknown_or_that_would_approve_is_refused()
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            """
            {
              "ResponseCodes": {
                "Visa": { "51": { "Category": "Approved", "Advice": "None", "RetryCategory": "None" } },
                "Neutral": { "4567": { "Category": "DoNotHonor", "Advice": "DoNotRetry" } }
              },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        var problem = Assert.Single(problems);
        Assert.StartsWith("Payments:ResponseCodes: ", problem, StringComparison.Ordinal);
        Assert.Contains("'51' approves, which the table does not allow", problem, StringComparison.Ordinal);
        Assert.Contains("'4567'", problem, StringComparison.Ordinal);
    }
}
