using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class RetryTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    // Seconds, and seconds since 1970.
    [InlineData("0", 0)]
    [InlineData("30", 30)]
    [InlineData(" 30 ", 30)]
    [InlineData("2678400", 2678400)]
    [InlineData("1772366460", 60)]
    // The three date formats of RFC 9110.
    [InlineData("Sun, 01 Mar 2026 12:01:00 GMT", 60)]
    [InlineData("Sunday, 01-Mar-26 12:01:00 GMT", 60)]
    [InlineData("Sun Mar  1 12:01:00 2026", 60)]
    [InlineData("Tue Mar 10 12:00:00 2026", 777600)]
    // ISO 8601.
    [InlineData("2026-03-01T12:01:00Z", 60)]
    [InlineData("2026-03-01t12:01:00z", 60)]
    [InlineData("2026-03-01T12:01:00", 60)]
    [InlineData("2026-03-01 12:01:00", 60)]
    [InlineData("2026-03-01T12:01Z", 60)]
    [InlineData("2026-03-01T12:01:00.5Z", 60.5)]
    [InlineData("2026-03-01T12:01:00,250Z", 60.25)]
    [InlineData("2026-03-01T12:01:00.123456789Z", 60.1234567)]
    [InlineData("2026-03-01T14:01:00+02:00", 60)]
    [InlineData("2026-03-01T14:01:00.000+0200", 60)]
    [InlineData("2026-03-01T06:31:00-05:30", 60)]
    [InlineData("2026-03-01T14:01:00+02", 60)]
    public async Task Every_form_of_a_time_is_read(string text, double seconds)
    {
        var answer = await AnswerAsync($"Retry-After: {text}\r\n");
        var limited = await AnswerAsync($"X-RateLimit-Retry-After: {text}\r\n");

        Assert.Equal(Now.AddTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)), answer.RetryAt(Now));
        Assert.Equal(answer.RetryAt(Now), limited.RetryAt(Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1.5")]
    [InlineData("30s")]
    [InlineData("٣٠")]
    [InlineData("2678401")]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999")]
    [InlineData("1772366399")]
    [InlineData("Sun, 01 Mar 2026 11:59:59 GMT")]
    [InlineData("Mon, 01 Mar 2026 12:01:00 GMT")]
    [InlineData("Sunday, 01-Mar-26 12:01:00 CET")]
    [InlineData("2026-02-30T12:01:00Z")]
    [InlineData("2026-03-01T24:01:00Z")]
    [InlineData("2026-03-01T12:01:00+99:00")]
    [InlineData("2026-03-01")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2026-02-01T12:00:00Z")]
    [InlineData("2027-03-01T12:00:00Z")]
    public async Task An_unreadable_past_or_absurdly_late_time_is_ignored(string text)
    {
        var answer = await AnswerAsync($"Retry-After: {text}\r\nX-RateLimit-Retry-After: {text}\r\n");

        Assert.Null(answer.RetryAt(Now));
    }

    [Theory]
    [InlineData("30", "1772366460", 60)]
    [InlineData("90", "1772366460", 90)]
    [InlineData("soon", "2026-03-01T12:00:07Z", 7)]
    [InlineData("7", "later", 7)]
    public async Task The_later_one_counts(string after, string limited, int seconds)
    {
        var answer = await AnswerAsync($"Retry-After: {after}\r\nx-ratelimit-retry-after: {limited}\r\n");

        Assert.Equal(Now.AddSeconds(seconds), answer.RetryAt(Now));
    }

    [Theory]
    [InlineData(1, "Sunday, 01-Mar-26 12:01:00 GMT")]
    [InlineData(2060, "Monday, 01-Mar-60 12:01:00 GMT")]
    [InlineData(9999, "Monday, 01-Mar-99 12:01:00 GMT")]
    public async Task A_clock_of_any_year_reads_years_of_two_digits(int year, string text)
    {
        var now = new DateTimeOffset(year, 3, 1, 12, 0, 0, TimeSpan.Zero);

        var answer = await AnswerAsync($"Retry-After: {text}\r\n");

        Assert.Equal(year < 2000 ? null : now.AddMinutes(1), answer.RetryAt(now));
    }

    [Fact]
    public void Without_an_answer_there_is_no_time() =>
        Assert.Null(new TransportAnswer(TransportEvidence.InDoubt, TransportFault.ConnectionReset).RetryAt(Now));

    private static async Task<TransportAnswer> AnswerAsync(string headers)
    {
        await using var server = FaultServer.Answering(Responses.With("{}", "application/json", 429, headers));
        await using var fixture = new TransportFixture(server.Address);
        return await fixture.SendAsync(TransportFixture.Read());
    }
}
