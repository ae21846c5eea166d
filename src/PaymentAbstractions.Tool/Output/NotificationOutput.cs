using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>A processed notification of the provider.</summary>
internal sealed record NotificationOutput(DateTime At, string Event, long? ProviderRevision)
{
    public static NotificationOutput Of(JournalNotification notification) =>
        new(notification.At.UtcDateTime, notification.EventType, notification.ProviderRevision);

    public override string ToString() =>
        $"{Report.Text(At)} {Event}{(ProviderRevision is { } revision ? $", revision {revision}" : "")}";
}
