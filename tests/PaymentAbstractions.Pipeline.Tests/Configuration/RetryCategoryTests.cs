namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RetryCategoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decline_has_the_category_of_the_built_in_table()
    {
        var result = await DeclineAsync("""{ "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }""");

        Assert.Equal(RetryCategory.CannotApproveNow, result.RetryCategory);
    }

    [Theory]
    [InlineData("Overrides", "NeverRetry")]
    [InlineData("overrides", "neverretry")]
    public async Task A_category_is_overridden_by_configuration(string key, string category)
    {
        var result = await DeclineAsync(
            $$"""
            {
              "RetryCategories": { "Version": "mine", "{{key}}": { "51": "{{category}}" } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        Assert.Equal(RetryCategory.NeverRetry, result.RetryCategory);
    }

    [Fact]
    public async Task An_approval_has_no_category_whatever_the_adapter_says()
    {
        await using var payments = new TestPayments();
        payments.Backend.OnExecute = (adapter, call) =>
            Task.FromResult(adapter.Approve(call.Request) with { RetryCategory = RetryCategory.Generic });

        var result = await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal(RetryCategory.None, result.RetryCategory);
    }

    [Fact]
    public async Task A_code_that_was_read_out_of_a_text_permits_no_retry()
    {
        await using var payments = new TestPayments();
        var code = ResponseCode.Parse("51").WithSource(ResponseCodeSource.DerivedFromText);
        payments.Backend.OnExecute = (_, call) => Task.FromResult(Testing.PaymentResults.Declined(call.Request, code));

        var result = await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Declined, RetryCategory.None), (result.Outcome, result.RetryCategory));
    }

    [Fact]
    public async Task What_is_wrong_with_overrides_is_reported_with_its_key_path()
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            """
            {
              "RetryCategories": { "Versoin": "1", "Overrides": { "51": "Sometimes", "54": "3", "05": "NeverRetry,Generic" } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        Assert.Equal(4, problems.Count);
        Assert.All(
            [("51", "Sometimes"), ("54", "3"), ("05", "NeverRetry,Generic")],
            one =>
                Assert.Contains(
                    $"Payments:RetryCategories:Overrides:{one.Item1}: is '{one.Item2}', and must be one of None, NeverRetry, CannotApproveNow, FixData, Generic.",
                    problems
                )
        );
        Assert.Contains(
            "Payments:RetryCategories:Versoin: is not a setting. Did you mean 'Version'? Known are: Version, Overrides.",
            problems
        );
    }

    [Fact]
    public async Task A_code_that_is_unknown_or_approves_cannot_be_overridden()
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            """
            {
              "RetryCategories": { "Overrides": { "XX": "Generic", "00": "Generic" } },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        var problem = Assert.Single(problems);
        Assert.StartsWith("Payments:RetryCategories:Overrides: ", problem, StringComparison.Ordinal);
        Assert.Contains("'XX'", problem, StringComparison.Ordinal);
        Assert.Contains("'00'", problem, StringComparison.Ordinal);
    }

    private static async Task<PaymentResult> DeclineAsync(string json)
    {
        await using var payments = new TestPayments(json);
        payments.Backend.OnExecute = (_, call) =>
            Task.FromResult(
                Testing.PaymentResults.Declined(call.Request, "51") with
                {
                    RetryCategory = RetryCategory.Generic,
                }
            );
        return await payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), Token);
    }
}
