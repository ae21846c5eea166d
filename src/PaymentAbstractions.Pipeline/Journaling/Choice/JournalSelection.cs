namespace PaymentAbstractions;

/// <summary>Determines the journal to use. There must be exactly one choice, in code or in configuration.</summary>
internal static class JournalSelection
{
    private const string Missing =
        "is missing. Without a journal a payment can be sent twice or be lost, so one must be chosen: ";

    private const string InConfiguration =
        "configure { \"Kind\": \"Sqlite\", \"Path\": \"payments.db\" } here with the package PaymentAbstractions.Journal.Sqlite, for several "
        + "hosts { \"Kind\": \"PostgreSql\", \"ConnectionString\": \"...\" } with PaymentAbstractions.Journal.PostgreSql, or call "
        + "UseSqliteJournal(path), UsePostgreSqlJournal(connectionString) or UseJournal(open); "
        + "for tests and sandboxes configure \"InMemory\" or call UseInMemoryJournal().";

    private const string InCode =
        "call UseSqliteJournal(path) of the package PaymentAbstractions.Journal.Sqlite, for several hosts UsePostgreSqlJournal(connectionString) of "
        + "PaymentAbstractions.Journal.PostgreSql, or UseJournal(open); for tests and sandboxes UseInMemoryJournal().";

    /// <returns>The choice; <see langword="null"/> when there is a problem.</returns>
    public static JournalChoice? Of(
        JournalSettings settings,
        IReadOnlyList<JournalChoice> inCode,
        string path,
        ProblemList problems
    )
    {
        JournalChoice[] all = settings.Choice is { } configured ? [configured, .. inCode] : [.. inCode];
        switch (all.Length)
        {
            case 0 when settings.NamesNone:
                problems.Add(path, Missing + (path == JournalSection.Key ? InCode : InConfiguration));
                return null;
            case 0:
                // It names a journal that does not exist, which is a separate problem.
                return null;
            case 1:
                return all[0];
            default:
                problems.Add(
                    path,
                    $"is chosen {all.Length} times: {string.Join(", ", all.Select(choice => choice.MadeBy))}. Keep one."
                );
                return null;
        }
    }

    /// <summary>Rejects an in-memory journal for gateways that move real money, unless the options allow it.</summary>
    /// <param name="used">The journal in use.</param>
    /// <param name="chosen">The journal in the current configuration, which may allow it by now.</param>
    /// <param name="live">The names of the gateways that are Live or have no environment.</param>
    /// <param name="path">The key path of the journal.</param>
    /// <param name="problems">The list to add problems to.</param>
    public static void CheckLive(
        JournalChoice? used,
        JournalChoice? chosen,
        IReadOnlyList<string> live,
        string path,
        ProblemList problems
    )
    {
        if (used?.InMemory is { AllowLive: false } && chosen?.InMemory is not { AllowLive: true } && live.Count > 0)
        {
            problems.Add(
                path,
                $"is in memory, but these gateways are Live or have no Environment: {string.Join(", ", live)}. When the process ends, "
                    + "it forgets their payments: a repeated call is sent again, and unresolved payments are not looked up. Use a journal on SQLite or "
                    + "PostgreSQL, "
                    + "or set Environment to Sandbox if that is correct, or allow it with AllowLive: "
                    + "{ \"Kind\": \"InMemory\", \"AllowLive\": true } here, or "
                    + "UseInMemoryJournal(options => options.AllowLive = true)."
            );
        }
    }
}
