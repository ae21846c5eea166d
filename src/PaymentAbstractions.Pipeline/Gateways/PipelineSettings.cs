namespace PaymentAbstractions;

/// <summary>What the configuration says for all gateways.</summary>
internal sealed record PipelineSettings
{
    public required string KeyNamespace { get; init; }

    public bool KeepAnswers { get; init; }

    public bool EnforceRetryLimits { get; init; }

    public required ResponseCodeTable ResponseCodes { get; init; }

    public required JournalSettings Journal { get; init; }

    public required ResilienceSettings Resilience { get; init; }
}
