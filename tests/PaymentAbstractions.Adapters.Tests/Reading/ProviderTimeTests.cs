namespace PaymentAbstractions.Adapters.Tests;

public sealed class ProviderTimeTests
{
    [Theory]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01t12:00:00z")]
    [InlineData("2026-03-01 12:00:00")]
    [InlineData("2026-03-01T12:00:00")]
    [InlineData("2026-03-01T12:00")]
    [InlineData("2026-03-01T14:00:00+02:00")]
    [InlineData("2026-03-01T07:00:00-05:00")]
    [InlineData("2026-03-01T12:00:00.000Z")]
    [InlineData("2026-03-01T12:00:00.000000Z")]
    [InlineData("2026-03-01T12:00:00.000000000Z")]
    [InlineData("2026-03-01T14:00:00.000000000+02:00")]
    [InlineData("/Date(1772366400000)/")]
    [InlineData("/Date(1772366400000+0200)/")]
    [InlineData("/Date(1772366400000-0500)/")]
    public void A_time_is_read_in_every_form(string text) =>
        Assert.Equal(ConformanceHarness.Start, ProviderTime.Read(text));

    [Fact]
    public void A_day_alone_begins_at_midnight_in_utc() =>
        Assert.Equal(ConformanceHarness.Start.AddHours(-12), ProviderTime.Read("2026-03-01"));

    [Fact]
    public void Decimals_of_a_second_count() =>
        Assert.Equal(ConformanceHarness.Start.AddTicks(1234567), ProviderTime.Read("2026-03-01T12:00:00.123456789Z"));

    [Theory]
    [InlineData("/Date(-1)/", -1)]
    [InlineData("/Date(0)/", 0)]
    public void Milliseconds_before_1970_are_read(string text, long milliseconds) =>
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), ProviderTime.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1772366400")]
    [InlineData("03/01/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-29T12:00:00Z")]
    [InlineData("2026-03-01T25:00:00Z")]
    [InlineData("2026-03-01T12:00:00+99:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("/Date()/")]
    [InlineData("/Date(/")]
    [InlineData("/Date(x)/")]
    [InlineData("/Date(9223372036854775807)/")]
    [InlineData("/Date(-9223372036854775808)/")]
    [InlineData("2026-03-01T12:00:00.0000000000000000000000000000000000000000000000000Z")]
    public void Everything_else_is_no_time(string? text) => Assert.Null(ProviderTime.Read(text));

    [Theory]
    [InlineData(1772366400L, "2026-03-01T12:00:00.0000000+00:00")]
    [InlineData(0L, "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData(long.MaxValue, null)]
    [InlineData(long.MinValue, null)]
    [InlineData(null, null)]
    public void Seconds_since_1970_are_read(long? seconds, string? expected) =>
        Assert.Equal(expected, ProviderTime.FromUnixSeconds(seconds)?.ToString("O"));
}
