using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>A kind of journal that configuration can name. Derive from <see cref="JournalProvider{TOptions}"/>.</summary>
/// <remarks>Must have a public parameterless constructor and no state. The scan for payment providers finds it too.</remarks>
public abstract class JournalProvider
{
    private protected JournalProvider() { }

    /// <summary>The name in <c>Payments:Journal:Kind</c>, for example <c>Sqlite</c>; case does not matter.</summary>
    public abstract string Kind { get; }

    internal abstract JournalChoice? Read(
        IConfigurationSection section,
        IReadOnlyList<string> others,
        ProblemList problems
    );
}
