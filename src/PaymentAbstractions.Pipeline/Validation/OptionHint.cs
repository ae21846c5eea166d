namespace PaymentAbstractions;

/// <summary>Says which option would make possible what is refused.</summary>
internal static class OptionHint
{
    public static string Of(string? path) => path is null ? "" : $" The option {path} switches it on.";
}
