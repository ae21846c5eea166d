namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The schedule and the budget of checks come from the configuration.</summary>
public sealed class CheckSettingsTests
{
    [Fact]
    public async Task The_schedule_of_the_configuration_is_followed()
    {
        await using var payments = new CheckedPayments("""{ "CheckAfter": ["02:00:00", "1.00:00:00"] }""");

        await payments.SellAsync();

        Assert.Equal(payments.Entry.RecordedAt!.Value.AddHours(2), payments.Entry.NextCheckAt);
    }

    [Theory]
    [InlineData("""{ "CheckAfter": ["02:00:00", "01:00:00"] }""", "CheckAfter: is '02:00:00, 01:00:00', and must be")]
    [InlineData("""{ "CheckAfter": ["01:00:00", "01:00:00"] }""", "CheckAfter: is '01:00:00, 01:00:00', and must be")]
    [InlineData("""{ "CheckAfter": ["soon"] }""", "CheckAfter: is 'soon', and must be a list of 1 to 20 times")]
    [InlineData("""{ "CheckAfter": ["00:00:59"] }""", "00:01:00 to 366.00:00:00")]
    [InlineData("""{ "CheckAfter": ["367.00:00:00"] }""", "CheckAfter: is '367.00:00:00'")]
    [InlineData("""{ "CheckAfter": "01:00:00" }""", "CheckAfter: is '01:00:00', and must be a list")]
    [InlineData(
        """{ "MaxChecksPerMinute": 0 }""",
        "MaxChecksPerMinute: is '0', and must be a whole number, 1 to 10000."
    )]
    public async Task A_meaningless_setting_is_refused_with_its_value(string recovery, string problem)
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            $$"""{ "Recovery": {{recovery}}, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }"""
        );

        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }
}
