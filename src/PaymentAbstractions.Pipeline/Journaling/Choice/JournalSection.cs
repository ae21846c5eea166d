using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reads <c>Payments:Journal</c>. <c>"Journal": "InMemory"</c> is short for <c>"Journal": { "Kind": "InMemory" }</c>.</summary>
internal static class JournalSection
{
    public const string Key = "Journal";

    private const string KindKey = "Kind";
    private const string InMemory = "InMemory";

    public static JournalSettings Read(
        PaymentsRegistration registration,
        SharedOptions shared,
        IEnumerable<JournalProvider> providers,
        ProblemList problems
    )
    {
        var section = registration.Configuration.GetSection(Key);
        var reader = new SectionReader(section, problems);
        var kind = reader.Text(KindKey) ?? (section.Value is { Length: > 0 } value ? value : null);
        var options = shared.ReadJournal(reader, problems);
        return new JournalSettings
        {
            Options = options,
            NamesNone = kind is null,
            Choice = ReadChoice(kind, section, providers, reader, problems),
        };
    }

    /// <summary>Returns whether a key of the payments section is read only once, when the journal is opened.</summary>
    public static bool IsReadOnce(string key) =>
        (Is(key, Key) || key.StartsWith(Key + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase))
        && !Is(key, $"{Key}{ConfigurationPath.KeyDelimiter}{nameof(JournalOptions.SendWithin)}")
        && !Is(key, $"{Key}{ConfigurationPath.KeyDelimiter}{nameof(JournalOptions.MethodKey)}");

    private static JournalChoice? ReadChoice(
        string? kind,
        IConfigurationSection section,
        IEnumerable<JournalProvider> providers,
        SectionReader reader,
        ProblemList problems
    )
    {
        if (kind is not null && providers.FirstOrDefault(provider => Is(provider.Kind, kind)) is { } named)
        {
            return named.Read(section, reader.Known, problems);
        }

        if (kind is not null && !Is(kind, InMemory))
        {
            string[] known = [InMemory, .. providers.Select(provider => provider.Kind)];
            reader.Problem(
                KindKey,
                OptionText.Choice(kind, known)
                    + (NearestName.Of(kind, known) is null ? KnownPackages.HintForJournal(kind) : "")
            );
            return null;
        }

        var choice = kind is null ? null : InMemoryJournalSection.Read(reader);
        reader.RefuseOthers();
        return choice;
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
