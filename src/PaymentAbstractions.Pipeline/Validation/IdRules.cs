using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>The rules for every id. Adapters put ids into URLs; they escape them, but some ids cannot be escaped.</summary>
internal static class IdRules
{
    /// <summary>Reports an id that would change the path of a URL. The rules of the field report a missing id.</summary>
    public static void Check(string field, string? id, ProblemList problems)
    {
        if (id is not null && ProblemOf(id) is { } problem)
        {
            problems.Add(field, $"is {QuotedText.Of(id)}, and {problem}");
        }
    }

    /// <summary>Like <see cref="Check(string, string?, ProblemList)"/>, for a value that must not be quoted.</summary>
    public static void Check(string field, Secret? secret, ProblemList problems)
    {
        if (secret is not null && PathSteps.In(secret.Reveal()))
        {
            problems.Add(field, "contains '.' or '..' as a path segment; use the value that the provider returned.");
        }
    }

    private static string? ProblemOf(string id) =>
        PathSteps.In(id) ? "must not contain '.' or '..' as a path segment; use the id that the provider returned."
        : string.IsNullOrWhiteSpace(id) ? null
        : id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? "must not contain white space or control characters; use the id that the provider returned."
        : null;
}
