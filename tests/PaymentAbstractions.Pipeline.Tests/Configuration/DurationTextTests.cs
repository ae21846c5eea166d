using System.Globalization;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("250ms", "00:00:00.2500000")]
    [InlineData("30s", "00:00:30")]
    [InlineData("90s", "00:01:30")]
    [InlineData("5m", "00:05:00")]
    [InlineData("2h", "02:00:00")]
    [InlineData("1d", "1.00:00:00")]
    [InlineData("0s", "00:00:00")]
    [InlineData("00:00:30", "00:00:30")]
    [InlineData("1.02:03:04.5", "1.02:03:04.5000000")]
    public void A_duration_has_a_unit_or_all_of_its_parts(string text, string expected)
    {
        Assert.True(DurationText.TryParse(text, out var value));

        Assert.Equal(expected, value.ToString("c", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("30 s")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("1.5h")]
    [InlineData("30S")]
    [InlineData("00:30")]
    [InlineData("1:2:3:4")]
    [InlineData("24:00:00")]
    [InlineData("99999999999999999d")]
    [InlineData("9223372036854775807ms")]
    [InlineData("٣٠s")]
    [InlineData("soon")]
    public void Anything_else_is_refused(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData("90", "\"00:01:30\" or 90s")]
    [InlineData("99999999", "\"00:00:30\" or 30s")]
    [InlineData("soon", "\"00:00:30\" or 30s")]
    public void The_message_quotes_the_text_and_shows_both_ways(string text, string ways)
    {
        var message = DurationText.Problem(text);

        Assert.StartsWith($"is '{text}', ", message, StringComparison.Ordinal);
        Assert.Contains(ways, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resilience:RetryDelay", "200ms")]
    [InlineData("Recovery:Interval", "30s")]
    [InlineData("Journal:SendWithin", "1m")]
    [InlineData("Journal:LockTimeout", "20s")]
    [InlineData("Gateways:cards:Wait", "5s")]
    public async Task One_reader_reads_every_duration_of_the_configuration(string key, string right)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var parts = key.Split(':');
        string Json(string value) =>
            $$"""
                {
                  "Journal": { "Kind": "Sqlite", "Path": {{System.Text.Json.JsonSerializer.Serialize(file)}}{{In(
                    "Journal",
                    value
                )}} },
                  "Recovery": { "MaxConcurrency": 4{{In("Recovery", value)}} },
                  "Resilience": { "MinThroughput": 4{{In("Resilience", value)}} },
                  "Gateways": { "cards": { "Provider": "Test", "Account": "a"{{In("Gateways", value)}} } }
                }
                """;
        string In(string section, string value) => parts[0] == section ? $", \"{parts[^1]}\": \"{value}\"" : "";

        var problems = await ConfigurationProblemTests.ProblemsOfAsync(Json("30"));
        await using var payments = new TestPayments(Json(right));

        Assert.Equal(
            [$"Payments:{key}: is '30', a number without a unit; write a duration, such as \"00:00:30\" or 30s."],
            problems
        );
        Assert.NotNull(payments.Gateways);
    }
}
