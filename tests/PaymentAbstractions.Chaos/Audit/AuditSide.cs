namespace PaymentAbstractions.Chaos;

/// <summary>What the audit says about one provider.</summary>
internal sealed record AuditSide
{
    public required int Entries { get; init; }

    public required int Movements { get; init; }

    public required int ChargedTwice { get; init; }

    public required int Lost { get; init; }

    /// <summary>How many times more was given back than was taken.</summary>
    public required int PaidOutBeyond { get; init; }

    /// <summary>How many were resolved later and did not reach the application.</summary>
    public required int Unheard { get; init; }

    public required int InDoubt { get; init; }

    /// <summary>How many of the unresolved entries had moved money.</summary>
    public required int InDoubtWithMoney { get; init; }

    /// <summary>Why entries are unresolved, the most frequent reason first.</summary>
    public required IReadOnlyList<(string Reason, int Count)> Reasons { get; init; }
}
