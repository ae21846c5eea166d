namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The types of transactions, as requests spell them.</summary>
internal static class TransactionType
{
    public const string Sale = "sale";
    public const string Authorization = "auth";
    public const string Credit = "credit";

    public static bool IsKnown(string? type) => type is Sale or Authorization or Credit;

    /// <summary>The type as answers spell it.</summary>
    public static string Shown(string type, VirtualTerminalSandboxProfile profile) =>
        profile.TypeVocabulary == VirtualTerminalTypeVocabulary.LowerCase
            ? type
            : type switch
            {
                Sale => "Sale",
                Authorization => "Authorization",
                _ => "Credit",
            };
}
