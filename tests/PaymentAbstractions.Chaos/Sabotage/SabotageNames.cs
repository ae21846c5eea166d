namespace PaymentAbstractions.Chaos;

internal static class SabotageNames
{
    public static Sabotage? Parse(string name) =>
        name switch
        {
            "no-journal" => Sabotage.NoJournal,
            "lost-volume" => Sabotage.LostVolume,
            "timeout-is-failure" => Sabotage.TimeoutIsFailure,
            "timeout-is-success" => Sabotage.TimeoutIsSuccess,
            _ => null,
        };
}
