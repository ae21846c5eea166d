using System.Net;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class DuplicateTests
{
    private const string Members = "\"requestId\":\"r-1\"";

    [Fact]
    public async Task A_repeated_request_id_conflicts_and_charges_once()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync(Members);

        await driver.ExpectAsync(409, HttpMethod.Post, "transactions", Body(Members));

        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("r-1"));
    }

    [Fact]
    public async Task A_profile_answers_with_the_original()
    {
        await using var driver = await StartAsync(
            RebillySandboxProfile.All.Single(profile => profile.Name == "DuplicateReturnsOriginal")
        );
        await driver.CardAsync();
        var first = await driver.PayAsync(Members);

        var second = await driver.PayAsync(Members + ",\"amount\":99");

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("r-1"));
    }

    [Fact]
    public async Task A_day_later_the_request_id_is_new_again()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync(Members);
        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        await driver.ExpectAsync(409, HttpMethod.Post, "transactions", Body(Members));

        driver.Sandbox.Clock.Advance(TimeSpan.FromTicks(1));
        await driver.PayAsync(Members);

        Assert.Equal(2, driver.Sandbox.Ledger.CountCharges("r-1"));
    }

    [Fact]
    public async Task Payouts_share_the_request_ids()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync(Members);

        await driver.ExpectAsync(409, HttpMethod.Post, "payouts", Body(Members));
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_id()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.RefusedAsync(Members + ",\"customerId\":\"cus_none\"");

        await driver.PayAsync(Members);

        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("r-1"));
    }

    [Fact]
    public async Task Repeating_at_the_same_time_charges_once()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => driver.SendAsync(HttpMethod.Post, "transactions", Body(Members)))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("r-1"));
    }
}
