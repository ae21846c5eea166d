namespace PaymentAbstractions;

/// <summary>Settles which journal is used: one choice, in code or in configuration.</summary>
internal static class JournalSelection
{
    private const string Missing =
        "is missing. Without a journal a payment can be sent twice or be lost, so one must be chosen: configure "
        + "{ \"Kind\": \"File\", \"Path\": \"<folder on a local disk>\" } here, or call UseFileJournal(path) or UseJournal(open); "
        + "to run without one all the same, configure \"None\" or call WithoutJournal().";

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
            case 0:
                problems.Add(path, Missing);
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
}
