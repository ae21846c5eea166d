using System.Globalization;

namespace PaymentAbstractions.Chaos;

/// <summary>Prints the results of the runs.</summary>
internal static class RunReport
{
    private const int MaxFindings = 5;

    public static void Print(RunResult result, bool isVerbose)
    {
        Line(
            $"== {result.Profiles.Rebilly.Name} + {result.Profiles.Terminal.Name}, seed {result.Seed}: {result.Orders} orders, "
                + $"{result.OrdersPerSecond:F0} payments/s, {result.Answers.Answers} answers, {result.Faults} faults met"
        );
        PrintSide("Rebilly", result.Profiles.Rebilly.Name, result.Audit.Of(isRebilly: true));
        PrintSide("VirtualTerminal", result.Profiles.Terminal.Name, result.Audit.Of(isRebilly: false));
        Line(
            $"   recovery after a restart: mean {Mean(result.Recoveries):F0} ms, longest {Longest(result.Recoveries):F0} ms; "
                + $"settled in {result.Settling.TotalSeconds:F1} s; not recorded: {result.Answers.NotRecorded}; "
                + $"reversals closed by a person: {result.ClosedByPerson}; "
                + $"resolutions heard: {result.Answers.HeardAtAll}, cut short: {result.Answers.CutShort}"
        );
        Line($"   kills: {string.Join(", ", result.Kills.Select(kill => $"{kill.Key} {kill.Value}"))}");
        Line($"   webhooks: {string.Join(", ", result.Webhooks.Select(one => $"{one.Key} {one.Value}").Order())}");
        foreach (var finding in result.Audit.Findings.Take(isVerbose ? int.MaxValue : MaxFindings))
        {
            Line($"   ! {finding.Kind} {finding.Order}: {finding.Text}{Plan(result, finding.Order)}");
        }

        if (result.Profiles.Rebilly.Name == "Documented")
        {
            PrintDoubts(result);
        }

        foreach (var failure in result.Failures.Take(isVerbose ? int.MaxValue : MaxFindings))
        {
            Line($"   ! {failure}");
        }

        if (isVerbose)
        {
            Line($"   answers: {string.Join(", ", result.Answers.Outcomes.Select(one => $"{one.Key} {one.Value}"))}");
            Line($"   entries: {string.Join(", ", Operations(result))}");
            foreach (var unresolved in result.Unresolved)
            {
                Line($"   in doubt: {unresolved}");
            }

            foreach (var refusal in result.Answers.Refusals.Take(20))
            {
                Line($"   refused: {refusal}");
            }
        }
    }

    /// <returns>Whether all runs passed.</returns>
    public static bool Sum(IReadOnlyList<RunResult> results, TimeSpan elapsed)
    {
        var findings = results.SelectMany(result => result.Audit.Findings).ToList();
        var unknown = results
            .Where(result => result.Profiles.Rebilly.Name == "Documented")
            .Sum(result => result.Audit.Of(isRebilly: true).InDoubt);
        var isGood = results.All(result => result.IsGood);
        Line(
            $"== {(isGood ? "good" : "BAD")}: charged twice {findings.Count(finding => finding.IsTwice)}, "
                + $"lost {findings.Count(finding => finding.IsLost)}, "
                + $"paid out beyond a sale {findings.Count(finding => finding.Kind == FindingKind.PaidOutBeyond)}, "
                + $"unheard {findings.Count(finding => finding.Kind == FindingKind.Unheard)}, unknown at documented Rebilly {unknown}, "
                + $"failures {results.Sum(result => result.Failures.Count)}; {results.Sum(result => result.Orders)} orders, "
                + $"{results.Sum(result => result.Kills.Values.Sum())} kills, {elapsed.TotalSeconds:F0} s"
        );
        return isGood;
    }

    private static IEnumerable<string> Operations(RunResult result) =>
        result
            .Audit.Entries.GroupBy(entry =>
                $"{ChaosGateway.Named(entry.Intent.Gateway).Provider} {entry.Intent.Operation} {entry.Outcome?.Outcome.ToString() ?? "Open"}"
            )
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {group.Count()}");

    private static void PrintSide(string provider, string profile, AuditSide side)
    {
        Line(
            $"   {provider, -15} {profile, -28} entries {side.Entries, 5}  movements {side.Movements, 5}  charged twice {side.ChargedTwice}"
                + $"  lost {side.Lost}  paid out beyond a sale {side.PaidOutBeyond}  unheard {side.Unheard}  unknown {side.InDoubt} ({side.InDoubtWithMoney} with money)"
        );
        foreach (var (reason, count) in side.Reasons)
        {
            Line($"      {count, 4} x {reason}");
        }
    }

    // Nothing may be unresolved there, so the report prints all details.
    private static void PrintDoubts(RunResult result)
    {
        foreach (
            var entry in result
                .Audit.Entries.Where(entry => entry.IsInDoubt && ChaosGateway.Named(entry.Intent.Gateway).IsRebilly)
                .Take(MaxFindings)
        )
        {
            var note = result.Unresolved.FirstOrDefault(line =>
                line.StartsWith($"{entry.Intent.IdempotencyKey.Value} ", StringComparison.Ordinal)
            );
            var said = entry.Outcome?.Result;
            Line(
                $"   ? {note} Attempt {entry.Attempt}: {said?.Transaction} {said?.Message} {said?.Anomaly?.Description} "
                    + $"Before: {string.Join(", ", entry.EarlierAttempts.Select(one => $"{one.Outcome}/{one.Reason}"))}."
                    + Plan(result, OrderKey.Parse(entry.Intent.IdempotencyKey.Value)?.Order ?? "")
            );
        }
    }

    private static string Plan(RunResult result, string order) =>
        int.TryParse(order.AsSpan(Math.Min(1, order.Length)), CultureInfo.InvariantCulture, out var index)
            ? $" Plan: {OrderPlan.Of(result.Seed, index, 1)}"
            : "";

    private static double Mean(IReadOnlyList<TimeSpan> times) =>
        times.Count == 0 ? 0 : times.Average(time => time.TotalMilliseconds);

    private static double Longest(IReadOnlyList<TimeSpan> times) =>
        times.Count == 0 ? 0 : times.Max(time => time.TotalMilliseconds);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Line(string text) => Console.WriteLine(text);
}
