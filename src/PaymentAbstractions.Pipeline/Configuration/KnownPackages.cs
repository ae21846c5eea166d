namespace PaymentAbstractions;

/// <summary>Names the packages of this library that contain providers and journals, for messages about a missing package.</summary>
internal static class KnownPackages
{
    private static readonly string[] Providers = ["Rebilly", "VirtualTerminal"];
    private static readonly string[] Journals = ["Sqlite", "PostgreSql"];

    public static string HintForProvider(string name) =>
        NearestName.Of(name, Providers) is { } provider
            ? $" {provider} is in the package PaymentAbstractions.{provider}: reference it, or without scanning add it with AddProvider<{provider}Provider>()."
            : " A provider comes with its package: reference it, or without scanning add it with AddProvider.";

    public static string HintForJournal(string kind) =>
        NearestName.Of(kind, Journals) is { } journal
            ? $" {journal} is in the package PaymentAbstractions.Journal.{journal}: reference it, or without scanning add it with AddJournalProvider<{journal}JournalProvider>()."
            : " A journal of a package needs its reference.";
}
