namespace PaymentAbstractions.Journal;

/// <summary>What the options of journals in databases have in common.</summary>
internal static class SqlOptions
{
    /// <summary>Adds what is wrong with the two times that every such journal has.</summary>
    public static void CheckTimes(this ProblemList problems, TimeSpan lockTimeout, TimeSpan keepDetailsFor)
    {
        Range(problems, "LockTimeout", lockTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Range(problems, "KeepDetailsFor", keepDetailsFor, TimeSpan.Zero, TimeSpan.FromDays(36_500));
    }

    private static void Range(ProblemList problems, string option, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            problems.Add(option, $"is {value}, and must be {least} to {most}.");
        }
    }
}
