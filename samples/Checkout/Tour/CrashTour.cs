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
    private const string Killed = "sale, killed before the answer";
    private const string Again = "the same sale, by a second life";

    /// <summary>One gateway of each provider.</summary>
    public static IReadOnlyList<string> Gateways { get; } = ["cards_eu", "b2b_us"];

    /// <summary>Kills a checkout at each of some gateways, one after the other.</summary>
    public async Task RunAsync(IReadOnlyList<string> gateways)
    {
        var journal = Directory.CreateTempSubdirectory("checkout-journal-");
        try
        {
            await using var sandbox = new ChildProcess(["crash-sandbox"]);
            var rebilly = await sandbox.ReadLineAsync();
            var addresses = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Payments__Gateways__cards_eu__BaseUrl"] = rebilly,
                ["Payments__Gateways__cards_us__BaseUrl"] = rebilly,
                ["Payments__Gateways__b2b_us__BaseUrl"] = await sandbox.ReadLineAsync(),
            };
            var minutes = 0;
            foreach (var gateway in gateways)
            {
                var isTerminal = gateway == "b2b_us";
                var (provider, order) = isTerminal ? ("terminal", "C0002") : ("rebilly", "C0001");
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
        table.Begin(Killed);
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
            Killed,
            life.Gateway,
            $"charged {charges} time, no answer",
            clock,
            charges == "1" && said.Length == 0 ? "" : $"{charges} charges; the checkout said '{said}'"
        );
    }

    private async Task LiveAgainAsync(ChildProcess sandbox, Dictionary<string, string> addresses, CrashArguments life)
    {
        table.Begin(Again);
        var clock = Stopwatch.StartNew();
        await using var checkout = new ChildProcess(
            ["crash-checkout", .. life.ToList()],
            Patient(addresses, life.Gateway)
        );
        string[] said = (await checkout.ReadLineAsync()).Split('|');
        var charges = await sandbox.AskAsync($"charges {life.Order}");
        var isRight = said is [nameof(PaymentOutcome.Approved), _, _, { Length: > 0 }] && charges == "1";
        Add(
            Again,
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
