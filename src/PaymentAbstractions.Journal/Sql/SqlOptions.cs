namespace PaymentAbstractions.Journal;

/// <summary>Common checks of the options of database journals.</summary>
internal static class SqlOptions
{
    /// <summary>Adds the problems of the two times that all database journals have.</summary>
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
