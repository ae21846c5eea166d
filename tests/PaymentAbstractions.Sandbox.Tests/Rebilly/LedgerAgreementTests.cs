using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

/// <summary>After any sequence of API calls, the API's final state matches the ledger.</summary>
public sealed class LedgerAgreementTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(30);

    [Fact]
    public void The_api_and_the_ledger_agree_on_money()
    {
        var steps = Gen.Choose(0, 999).ArrayOf(25).ToArbitrary();

        Prop.ForAll(steps, PlayAsync).Check(Runs);
    }

    private static async Task PlayAsync(int[] steps)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var ids = new List<string>();
        foreach (var step in steps)
        {
            await StepAsync(driver, step / 10, step % 10, ids);
        }

        driver.Sandbox.ResolveTimeouts();
        var all = (await driver.GetAsync("transactions?limit=1000")).AsArray().Select(item => item!).ToList();

        Assert.Equal(driver.Sandbox.Ledger.NetCharged("cus_1"), all.Where(IsCharge).Sum(charge => LeftOf(charge, all)));
        Assert.All(all.Where(IsCharge), charge => Assert.InRange(LeftOf(charge, all), 0, AmountOf(charge)));
        Assert.All(
            all.Where(item => Text(item, "type") == "authorize"),
            item => Assert.InRange(ChildrenOf(item, "capture", all).Count(), 0, 1)
        );
    }

    private static async Task StepAsync(RebillyDriver driver, int argument, int action, List<string> ids)
    {
        var amount = 1 + (argument % 20);
        switch (action)
        {
            case 0 or 1:
                ids.Add(Text(await driver.PayAsync($"\"type\":\"authorize\",\"amount\":{amount}"), "id")!);
                break;
            case 2 or 3:
                ids.Add(Text(await driver.PayAsync($"\"amount\":{amount}"), "id")!);
                break;
            case 4:
                var status = (argument % 4) switch
                {
                    0 => "timeout",
                    1 => "conn-error",
                    2 => "waiting-gateway",
                    _ => "timeout code=51",
                };
                ids.Add(
                    Text(
                        await driver.PayAsync($"\"amount\":{amount},\"description\":\"[sandbox status={status}]\""),
                        "id"
                    )!
                );
                break;
            case 5:
                driver.Sandbox.Clock.Advance(TimeSpan.FromHours(argument % 48));
                break;
            default:
                if (ids.Count > 0)
                {
                    await RefundAsync(driver, ids[argument % ids.Count], argument, ids);
                }

                break;
        }
    }

    // Refunds the whole amount or a part; refusals are allowed.
    private static async Task RefundAsync(RebillyDriver driver, string id, int argument, List<string> ids)
    {
        var original = await driver.GetAsync($"transactions/{id}");
        var amount = argument % 3 == 0 ? 1 + (argument % 7) : AmountOf(original);
        var body = FormattableString.Invariant($$"""{"amount":{{amount}}}""");
        using var response = await driver.SendAsync(HttpMethod.Post, RefundPath(original), body);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        if (response.IsSuccessStatusCode)
        {
            ids.Add(Text(answer, "id")!);
        }
    }

    private static bool IsCharge(JsonNode item) =>
        Text(item, "type") is "sale" or "capture" && Text(item, "result") == "approved";

    private static decimal AmountOf(JsonNode item) => item["amount"]!.GetValue<decimal>();

    private static decimal LeftOf(JsonNode charge, List<JsonNode> all) =>
        Text(charge, "status") == "voided"
            ? 0
            : AmountOf(charge)
                - ChildrenOf(charge, "refund", all).Where(refund => Text(refund, "status") != "voided").Sum(AmountOf);

    private static IEnumerable<JsonNode> ChildrenOf(JsonNode parent, string type, List<JsonNode> all) =>
        all.Where(item =>
            Text(item, "parentTransactionId") == Text(parent, "id")
            && Text(item, "type") == type
            && Text(item, "result") == "approved"
        );
}
