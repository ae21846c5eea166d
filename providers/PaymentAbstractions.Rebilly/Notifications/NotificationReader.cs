using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Reads webhooks, and posts to a transaction's <c>notificationUrl</c>. Source: core API reference, webhooks. The account configures the
/// method, headers and body, so the field names are options.
/// </summary>
internal sealed class NotificationReader(RebillyOptions options) : INotificationReader
{
    private const int LongestAddress = 2083;
    private const int LongestIpAddress = 45;

    private static readonly Dictionary<string, RebillyEventType> Types = Enum.GetValues<RebillyEventType>()
        .Where(type => type != RebillyEventType.Unknown)
        .ToDictionary(WordOf, StringComparer.Ordinal);

    public PaymentNotification? Read(ReceivedNotification request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var fields = NotificationFields.Of(request);
        var transaction = Id(fields, options.WebhookTransactionField);
        var payout = Id(fields, "payoutRequestId");
        var dispute = Id(fields, "disputeId");
        if (transaction is null && payout is null && dispute is null)
        {
            return null;
        }

        var word = fields.Text(options.WebhookEventField) ?? "";
        return new RebillyNotification
        {
            EventType = word,
            Type = Types.GetValueOrDefault(word),
            TransactionId = transaction,
            RelatedTransactionIds = Id(fields, "_embedded.childTransaction.id") is { } child ? [child] : [],
            Revision = fields.Whole(options.WebhookRevisionField),
            PayoutRequestId = payout,
            DisputeId = dispute,
            RedirectUrl = Short(fields, "redirectUrl", LongestAddress),
            IpAddress = Short(fields, "ipAddress", LongestIpAddress),
        };
    }

    // An invalid id is not looked up: untrusted input must not change the path of a request.
    private static string? Id(NotificationFields fields, string path) =>
        fields.Text(path) is { } id && RebillyIds.IsValid(id) ? id : null;

    private static string? Short(NotificationFields fields, string path, int longest) =>
        fields.Text(path) is { } text && text.Length <= longest ? text : null;

    // PayoutRequestCreated becomes payout-request-created.
    private static string WordOf(RebillyEventType type) =>
        string.Concat(
            $"{type}".Select((c, at) => char.IsUpper(c) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}")
        );
}
