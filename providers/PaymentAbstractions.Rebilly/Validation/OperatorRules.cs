using PaymentAbstractions.Adapters;
using static PaymentAbstractions.Rebilly.RebillyFieldRules;

namespace PaymentAbstractions.Rebilly;

/// <summary>The limits of the requests of <see cref="IRebillyTransactions"/>. Source: core API reference.</summary>
internal static class OperatorRules
{
    // Rebilly documents no limit; this one is longer than any useful comment.
    private const int LongestComment = 10_000;

    public static void Check(string transactionId, string messageId) =>
        Check(transactionId, problems => RequiredId(nameof(messageId), messageId, problems));

    public static void Check(string transactionId, Action<ProblemList>? more = null)
    {
        var problems = new ProblemList();
        RequiredId(nameof(transactionId), transactionId, problems);
        more?.Invoke(problems);
        problems.ThrowIfAny();
    }

    public static void Update(RebillyStatusUpdate update, ProblemList problems)
    {
        if (!Enum.IsDefined(update.Result) || update.Result == RebillyFinalResult.Unspecified)
        {
            problems.Add(
                nameof(update.Result),
                $"is {update.Result}; use Abandoned, Approved, Canceled or Declined, according to the gateway's record."
            );
        }

        if (update.Amount is { } amount && (!amount.IsPositive || amount.Amount > ProviderMoney.MaxAmount))
        {
            problems.Add(
                nameof(update.Amount),
                $"is {amount}; use more than zero and at most {ProviderMoney.MaxAmount:N0}, or omit it."
            );
        }
    }

    public static void CustomFields(Metadata customFields, ProblemList problems)
    {
        if (customFields.Any(pair => !IsUnicode(pair.Key) || !IsUnicode(pair.Value)))
        {
            problems.Add(nameof(customFields), "must contain valid Unicode texts.");
        }
    }

    public static void Comment(string? comment, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(comment))
        {
            problems.Add(nameof(comment), "is missing.");
        }

        Length(nameof(comment), comment, LongestComment, problems);
    }

    public static void Expand(string field, ValueList<string> names, ProblemList problems)
    {
        foreach (
            var name in names.Where(name => name is not { Length: > 0 and <= 50 } || !name.All(char.IsAsciiLetter))
        )
        {
            problems.Add(
                field,
                $"contains {QuotedText.Of(name)}; use names of objects such as 'customer', each of 1 to 50 letters."
            );
        }
    }
}
