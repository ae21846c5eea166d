namespace PaymentAbstractions.Chaos;

/// <summary>The results of the audit for one provider.</summary>
internal sealed record AuditSide
{
    public required int Entries { get; init; }

    public required int Movements { get; init; }

    public required int ChargedTwice { get; init; }

    public required int Lost { get; init; }

    /// <summary>The number of orders for which more was given back than was charged.</summary>
    public required int PaidOutBeyond { get; init; }

    /// <summary>The number of later resolutions that did not reach the application.</summary>
    public required int Unheard { get; init; }

    public required int InDoubt { get; init; }

    /// <summary>The number of unresolved entries for which money moved.</summary>
    public required int InDoubtWithMoney { get; init; }

    /// <summary>Why entries are unresolved, the most frequent reason first.</summary>
    public required IReadOnlyList<(string Reason, int Count)> Reasons { get; init; }
}
