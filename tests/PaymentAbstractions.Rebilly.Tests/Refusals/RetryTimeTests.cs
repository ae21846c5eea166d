namespace PaymentAbstractions.Rebilly.Tests;

public class RetryTimeTests
{
    private static readonly long Instant = ConformanceHarness.Start.AddMinutes(10).ToUnixTimeSeconds();

    public static TheoryData<string?, string?, int?> Headers =>
        new()
        {
            { $"{Instant}", null, 600 },
            { "2026-03-01T12:10:00Z", null, 600 },
            { "2026-03-01t12:10:00.5z", "Sunday, 01-Mar-26 12:15:00 GMT", 900 },
            { null, "30", 30 },
            { null, "0", 0 },
            { null, "Sun, 01 Mar 2026 12:05:00 GMT", 300 },
            { $"{Instant}", "30", 600 },
            { $"{Instant}", "900", 900 },
            { null, null, null },
            { "", "", null },
            { "soon", "later", null },
            { "-5", "-5", null },
            { "1.5", "1.5", null },
            { "99999999999999999999", "99999999999", null },
            { "253402300800", null, null },
        };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task The_later_of_both_headers_counts(string? instant, string? after, int? seconds)
    {
        (string, string)[] headers =
        [
            .. instant is null ? [] : new[] { ("X-RateLimit-Retry-After", instant) },
            .. after is null ? [] : new[] { ("Retry-After", after) },
        ];
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Text(429, "{\"status\":429}", "application/json", headers));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.RateLimited), (result.Outcome, result.Reason));
        Assert.Equal(seconds is { } late ? ConformanceHarness.Start.AddSeconds(late) : null, result.RetryAt);
    }

    [Fact]
    public async Task Other_statuses_name_no_time()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Text(503, "{\"status\":503}", "application/json", ("Retry-After", "30"))
        );

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Null(result.RetryAt);
    }
}
