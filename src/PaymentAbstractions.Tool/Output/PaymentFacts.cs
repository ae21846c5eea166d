using System.Globalization;

namespace PaymentAbstractions.Tool;

/// <summary>A payment as names and values for an operator.</summary>
internal static class PaymentFacts
{
    public static IEnumerable<(string Name, string Value)> Of(PaymentOutput payment) =>
        All(payment).Where(fact => fact.Value is { Length: > 0 }).Select(fact => (fact.Name, fact.Value!));

    public static string AmountOf(PaymentOutput payment) =>
        payment.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount} {payment.Currency}") : "";

    public static string ReasonOf(PaymentOutput payment) =>
        string.Join(": ", new[] { payment.Reason, payment.Message }.OfType<string>());

    private static IEnumerable<(string Name, string? Value)> All(PaymentOutput payment)
    {
        yield return ("Key", payment.Key);
        yield return ("Environment", payment.Environment);
        yield return ("Operation", payment.Operation);
        yield return ("Gateway", payment.Gateway);
        yield return ("Order", payment.Order);
        yield return ("Amount", AmountOf(payment));
        yield return ("Original", payment.Original);
        yield return ("State", payment.State);
        yield return ("Outcome", payment.Outcome);
        yield return ("Reason", ReasonOf(payment));
        yield return ("Transaction", payment.Transaction);
        yield return ("Duplicate of", payment.DuplicateOf);
        yield return ("Started", Report.Text(payment.Started));
        yield return ("May be sent until", Report.Text(payment.SendBy));
        yield return (payment.State == "Closed" ? "Next check" : "Looked up from", Text(payment.Due));
        yield return ("Being looked up until", Text(payment.Lease));
        yield return ("Recorded", Text(payment.Recorded));
        yield return ("Observed", payment.Observation);
        yield return ("Attempt", payment.Attempt.ToString(CultureInfo.InvariantCulture));
        yield return ("Resends", payment.Resends == 0 ? null : payment.Resends.ToString(CultureInfo.InvariantCulture));
        yield return ("Revision", payment.Revision.ToString(CultureInfo.InvariantCulture));
        yield return ("Unpublished", payment.Unpublished ? "The application has not handled the outcome yet." : null);
        foreach (var guard in payment.Guards ?? [])
        {
            yield return ("Guard", guard.ToString());
        }

        foreach (var attempt in payment.Attempts)
        {
            yield return ("Earlier attempt", attempt.ToString());
        }

        foreach (var resolution in payment.Resolutions)
        {
            yield return ("Changed", resolution.ToString());
        }

        foreach (var notification in payment.Notifications)
        {
            yield return ("Notified", notification.ToString());
        }

        yield return ("Look-up", payment.LookUp is { Status: { } status } found ? $"{status}: {found.Reason}" : null);
        foreach (var candidate in payment.LookUp?.Candidates ?? [])
        {
            yield return ("Could be", candidate);
        }
    }

    private static string? Text(DateTime? time) => time is { } given ? Report.Text(given) : null;
}
