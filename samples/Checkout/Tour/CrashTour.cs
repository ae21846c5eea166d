using System.Diagnostics;
using Checkout.Crash;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>
/// The crash act: the checkout is killed after the provider charged and before it answered. Its second life finds the payment
/// by the journal and does not charge again. The providers run in a process of their own, as they do in life.
/// </summary>
internal sealed class CrashTour(TourTable table)
{
    private const int MinutesLater = 10;

    public async Task RunAsync()
    {
        var journal = Directory.CreateTempSubdirectory("checkout-journal-");
        try
        {
            await using var sandbox = new ChildProcess(["crash-sandbox"]);
            var addresses = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Payments__Gateways__cards_eu__BaseUrl"] = await sandbox.ReadLineAsync(),
                ["Payments__Gateways__b2b_us__BaseUrl"] = await sandbox.ReadLineAsync(),
            };
            var minutes = 0;
            foreach (
                var (gateway, provider, order) in ((string, string, string)[])
                    [("cards_eu", "rebilly", "C0001"), ("b2b_us", "terminal", "C0002")]
            )
            {
                var life = new CrashArguments(gateway, order, Path.Combine(journal.FullName, gateway), minutes);
                await DieAsync(sandbox, addresses, life, provider);
                minutes += MinutesLater;
                await sandbox.AskAsync($"advance {MinutesLater}");
                await LiveAgainAsync(sandbox, addresses, life with { Minutes = minutes });
            }
        }
        finally
        {
            journal.Delete(recursive: true);
        }
    }

    private async Task DieAsync(
        ChildProcess sandbox,
        Dictionary<string, string> addresses,
        CrashArguments life,
        string provider
    )
    {
        await sandbox.AskAsync($"lose {provider}");
        var clock = Stopwatch.StartNew();
        await using var checkout = new ChildProcess(
            ["crash-checkout", .. life.ToList()],
            Patient(addresses, life.Gateway)
        );
        var charges = "0";
        while (charges == "0" && clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
            charges = await sandbox.AskAsync($"charges {life.Order}");
        }

        await checkout.KillAsync();
        var said = await checkout.ReadLineAsync();
        Add(
            "sale, killed before the answer",
            life.Gateway,
            $"charged {charges} time, no answer",
            clock,
            charges == "1" && said.Length == 0 ? "" : $"{charges} charges; the checkout said '{said}'"
        );
    }

    private async Task LiveAgainAsync(ChildProcess sandbox, Dictionary<string, string> addresses, CrashArguments life)
    {
        var clock = Stopwatch.StartNew();
        await using var checkout = new ChildProcess(
            ["crash-checkout", .. life.ToList()],
            Patient(addresses, life.Gateway)
        );
        string[] said = (await checkout.ReadLineAsync()).Split('|');
        var charges = await sandbox.AskAsync($"charges {life.Order}");
        var isRight = said is [nameof(PaymentOutcome.Approved), _, _, { Length: > 0 }] && charges == "1";
        Add(
            "the same sale, by a second life",
            life.Gateway,
            $"{said[0]}, charged {charges} time",
            clock,
            isRight ? "" : $"it said '{string.Join('|', said)}', and {charges} charges stand",
            said.ElementAtOrDefault(2),
            said.ElementAtOrDefault(3)
        );
    }

    // It must still be waiting when it is killed, however slow the machine is.
    private static Dictionary<string, string> Patient(Dictionary<string, string> addresses, string gateway) =>
        new(addresses, StringComparer.Ordinal) { [$"Payments__Gateways__{gateway}__Deadline"] = "00:01:00" };

    private void Add(
        string operation,
        string gateway,
        string outcome,
        Stopwatch clock,
        string complaint,
        string? code = null,
        string? transaction = null
    ) =>
        table.Add(
            new TourRow
            {
                Operation = operation,
                Gateway = gateway,
                Outcome = outcome,
                Code = string.IsNullOrEmpty(code) ? null : ResponseCode.Parse(code),
                Transaction = transaction,
                Milliseconds = clock.Elapsed.TotalMilliseconds,
                Complaint = complaint,
            }
        );
}
