namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A refund takes no requestId, so our reference goes into its description; a look-up finds it there, where Rebilly gives the
/// description back.
/// </summary>
internal static class ReversalDescription
{
    /// <summary>The longest description of the caller's that leaves room: 255 less the reference.</summary>
    public const int MostCharacters = 255 - 45;

    public static string Write(PaymentRequest request, RebillyAccount account)
    {
        var mark = Mark(account.WireKey(request.IdempotencyKey));
        return request.Description is { Length: > 0 } text ? $"{text} {mark}" : mark;
    }

    public static bool Carries(string? description, string wireKey) =>
        description?.EndsWith(Mark(wireKey), StringComparison.Ordinal) == true;

    private static string Mark(string wireKey) => $"ref:{wireKey}";
}
