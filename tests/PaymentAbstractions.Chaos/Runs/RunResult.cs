namespace PaymentAbstractions.Chaos;

/// <summary>The result of one run.</summary>
internal sealed record RunResult
{
    public required ProfilePair Profiles { get; init; }

    public required int Seed { get; init; }

    public required int Orders { get; init; }

    public required double OrdersPerSecond { get; init; }

    /// <summary>The time from the end of the faults until nothing changed any more.</summary>
    public required TimeSpan Settling { get; init; }

    /// <summary>How long recovery took after each restart.</summary>
    public required IReadOnlyList<TimeSpan> Recoveries { get; init; }

    public required IReadOnlyDictionary<string, int> Kills { get; init; }

    /// <summary>The number of requests that met a fault.</summary>
    public required int Faults { get; init; }

    /// <summary>The number of webhooks for each status that they were answered with.</summary>
    public required IReadOnlyDictionary<string, int> Webhooks { get; init; }

    public required AuditResult Audit { get; init; }

    public required AnswerLog Answers { get; init; }

    /// <summary>What recovery reports for each entry that stays unresolved.</summary>
    public required IReadOnlyList<string> Unresolved { get; init; }

    /// <summary>
    /// The number of reversals at Rebilly that a person had to close, because they were never sent and nothing proves it.
    /// </summary>
    public required int ClosedByPerson { get; init; }

    /// <summary>Failures of the run itself: a worker that exited by itself, an exception, an exceeded time limit.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    public bool IsGood =>
        Failures.Count == 0
        && Audit.Findings.Count == 0
        && (Profiles.Rebilly.Name != "Documented" || Audit.Of(isRebilly: true).InDoubt == 0);
}
