namespace PaymentAbstractions;

/// <summary>The rules for the requested level.</summary>
internal static class LevelRules
{
    public static void Check(ref CommercialCardCheck check)
    {
        var level = check.Options.Level ?? Requested(check.Data.RequestedLevel);
        if (level <= CommercialDataLevel.LevelI || CommercialCardClassifier.Reaches(check.Data, level))
        {
            return;
        }

        foreach (var field in CommercialCardClassifier.Missing(check.Data, level))
        {
            check.Error(
                field,
                CommercialCardRule.RequiredForLevel,
                "a value",
                "none",
                $"is missing; {level} requires it. For an amount, zero is a value."
            );
        }
    }

    private static CommercialDataLevel Requested(RequestedDataLevel level) =>
        level switch
        {
            RequestedDataLevel.LevelII => CommercialDataLevel.LevelII,
            RequestedDataLevel.LevelIII => CommercialDataLevel.LevelIII,
            _ => CommercialDataLevel.LevelI,
        };
}
