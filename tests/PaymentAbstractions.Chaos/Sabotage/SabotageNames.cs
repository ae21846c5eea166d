namespace PaymentAbstractions.Chaos;

internal static class SabotageNames
{
    public static Sabotage? Parse(string name) =>
        name switch
        {
            "in-memory-journal" => Sabotage.InMemoryJournal,
            "lost-volume" => Sabotage.LostVolume,
            "timeout-is-failure" => Sabotage.TimeoutIsFailure,
            "timeout-is-success" => Sabotage.TimeoutIsSuccess,
            "no-guards" => Sabotage.NoGuards,
            _ => null,
        };
}
