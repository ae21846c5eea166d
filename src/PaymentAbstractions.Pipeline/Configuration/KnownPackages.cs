namespace PaymentAbstractions;

/// <summary>Names the packages of this library that contain providers and journals, for messages about a missing package.</summary>
internal static class KnownPackages
{
    private static readonly string[] Providers = ["Rebilly", "VirtualTerminal"];
    private static readonly string[] Journals = ["Sqlite", "PostgreSql"];

    public static string HintForProvider(string name) =>
        NearestName.Of(name, Providers) is { } provider
            ? $" {provider} is in the package PaymentAbstractions.{provider}. Reference it and, without scanning, call AddProvider<{provider}Provider>()."
            : " Reference the provider's package and, without scanning, call AddProvider.";

    public static string HintForJournal(string kind) =>
        NearestName.Of(kind, Journals) is { } journal
            ? $" {journal} is in the package PaymentAbstractions.Journal.{journal}. Reference it and, without scanning, call AddJournalProvider<{journal}JournalProvider>()."
            : " Reference the journal's package.";
}
