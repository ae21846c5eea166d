namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    private string? _journalFolder;

    /// <summary>The facts that do not apply to the provider, each with its reason. Only these may be skipped. Default: none.</summary>
    /// <remarks><see cref="HarnessSuite{THarness}"/> checks them against the gateway.</remarks>
    public virtual IReadOnlyList<ConformanceExemption> Exemptions => [];

    /// <summary>The folder for the journal of the gateways. It is created at the first use and deleted with the harness.</summary>
    public string JournalFolder => _journalFolder ??= Directory.CreateTempSubdirectory("payments-").FullName;

    /// <summary>Ends the gateways as if their process ended, and builds new ones over the same journal and provider.</summary>
    /// <param name="withWrongCredentials">Whether the new <see cref="Gateway"/> has credentials that the provider refuses.</param>
    /// <returns>A task that completes when <see cref="Gateway"/> is the new one.</returns>
    public abstract Task RestartAsync(bool withWrongCredentials = false);
}
