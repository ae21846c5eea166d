namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    private string? _journalFolder;

    /// <summary>What does not apply to the provider, each with its reason: the only facts that may be skipped. Default none.</summary>
    /// <remarks><see cref="HarnessSuite{THarness}"/> holds it against the gateway.</remarks>
    public virtual IReadOnlyList<ConformanceExemption> Exemptions => [];

    /// <summary>A folder for the journal of the gateways. It is made at the first use and deleted with the harness.</summary>
    public string JournalFolder => _journalFolder ??= Directory.CreateTempSubdirectory("payments-").FullName;

    /// <summary>Ends the gateways as the end of their process does, and builds new ones over the same journal and provider.</summary>
    /// <param name="withWrongCredentials">Whether <see cref="Gateway"/> then has credentials that the provider does not accept.</param>
    /// <returns>A task that ends when <see cref="Gateway"/> is the new one.</returns>
    public abstract Task RestartAsync(bool withWrongCredentials = false);
}
