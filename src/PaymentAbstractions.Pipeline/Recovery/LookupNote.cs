namespace PaymentAbstractions;

/// <summary>The result of the last look-up of an attempt, when it proved nothing.</summary>
internal sealed record LookupNote
{
    public required int Attempt { get; init; }

    public required FindStatus Status { get; init; }

    public string? Reason { get; init; }

    public ValueList<TransactionReference> Candidates { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset NextAt { get; init; }

    public required int Failures { get; init; }
}
