using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>A kind of journal that configuration can name. Derive from <see cref="JournalProvider{TOptions}"/>.</summary>
/// <remarks>Has a public parameterless constructor and no state. Found by the same scan as payment providers.</remarks>
public abstract class JournalProvider
{
    private protected JournalProvider() { }

    /// <summary>The name that <c>Payments:Journal:Kind</c> uses, for example <c>Sqlite</c>; case does not matter.</summary>
    public abstract string Kind { get; }

    internal abstract JournalChoice? Read(
        IConfigurationSection section,
        IReadOnlyList<string> others,
        IServiceProvider services,
        ProblemList problems
    );
}
