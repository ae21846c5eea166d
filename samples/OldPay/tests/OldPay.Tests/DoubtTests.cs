namespace OldPay.Tests;

/// <summary>Tests behavior of this API that the suites cannot know.</summary>
public sealed class DoubtTests(OldPayHarness harness) : IClassFixture<OldPayHarness>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_that_is_refused_after_it_was_made_on_the_providers_day_before_is_not_declined()
    {
        var request = await harness.NewSaleAsync() with { Description = "refuse" };
        // 01:00 UTC.
        harness.Advance(TimeSpan.FromHours(13));
        var attempt = PaymentAttempt.Of(request, harness.Time.GetUtcNow());

        var result = await harness.Gateway.SaleAsync(request, Token);
        var found = await harness.Gateway.FindAsync(FindRequest.For(attempt), Token);

        Assert.Single(harness.Movements);
        Assert.True(result.MoneyMayHaveMoved, $"{result}");
        Assert.True(found.IsFound, $"{found}");
    }
}
