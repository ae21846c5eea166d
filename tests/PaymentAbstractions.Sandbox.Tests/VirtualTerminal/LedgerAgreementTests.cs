using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

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
        var known = new List<JsonNode>();
        foreach (var step in steps)
        {
            await StepAsync(driver, step / 10, step % 10, known);
        }

        var charges = new List<JsonNode>();
        foreach (var transaction in known)
        {
            charges.Add(await driver.ReadAsync(transaction));
        }

        charges.RemoveAll(one => Text(one, "TransactionType") != "sale" || Text(one, "Status") is "Voided" or "Failed");
        Assert.Equal(driver.Sandbox.Ledger.CountCharges("7001"), charges.Count);
        Assert.Equal(driver.Sandbox.Ledger.NetCharged("7001"), charges.Sum(charge => Money(charge, "TotalAmount")));
    }

    // Refused captures and voids are allowed.
    private static async Task StepAsync(TerminalDriver driver, int argument, int action, List<JsonNode> known)
    {
        var amount = $"\"Amount\":{1 + (argument % 20)}";
        switch (action)
        {
            case 0 or 1:
                known.Add(await driver.PayAsync(Auth(amount)));
                break;
            case 2:
                known.Add(await driver.PayAsync(amount));
                break;
            case 3:
                known.Add(await driver.PayAsync($"{amount},{Credit}"));
                break;
            case 4:
                known.Add(await driver.PayAsync($"{amount},\"Description\":\"[sandbox decline=declined recorded]\""));
                break;
            case 5:
                driver.Sandbox.Clock.Advance(TimeSpan.FromHours(argument % 48));
                break;
            case 6 or 7 when known.Count > 0:
                using (await driver.PostAsync("transaction/capture", $"{Member(known, argument)},{amount}")) { }
                break;
            case 8 or 9 when known.Count > 0:
                using (await driver.PostAsync("transaction/void", Member(known, argument))) { }
                break;
            default:
                break;
        }
    }

    private static string Member(List<JsonNode> known, int argument) => IdMember(known[argument % known.Count]);
}
