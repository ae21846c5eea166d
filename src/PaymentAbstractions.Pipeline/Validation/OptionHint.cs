namespace PaymentAbstractions;

/// <summary>Names the option that would allow a rejected request.</summary>
internal static class OptionHint
{
    public static string Of(string? path) => path is null ? "" : $" The option {path} enables it.";
}
