using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The library's instruments. They record nothing until a listener is attached.</summary>
internal static partial class PaymentMeter
{
    private static readonly Counter<long>? LevelChanges = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.commercial_data.level_changes",
            unit: "{payment}",
            description: "Payments that the provider processed at a data level other than the one that was sent."
        )
    );

    private static readonly Counter<long>? Checks = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.checks",
            unit: "{payment}",
            description: "Closed payments that were looked up again, because their outcome may have changed."
        )
    );

    private static readonly Counter<long>? Declines = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.declines",
            unit: "{payment}",
            description: "Payments that were declined, by what the response code means for the card's brand."
        )
    );

    private static readonly Counter<long>? Notifications = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.notifications",
            unit: "{notification}",
            description: "Notifications from providers, by result."
        )
    );

    /// <param name="gateway">The gateway.</param>
    /// <param name="status">How the notification was handled.</param>
    /// <param name="isHint">Whether its sender was not authenticated.</param>
    public static void Notified(string gateway, NotificationStatus status, bool isHint)
    {
        if (Notifications is { Enabled: true })
        {
            Notified(gateway, status.ToString(), isHint);
        }
    }

    /// <param name="gateway">The gateway.</param>
    /// <param name="status">The HTTP status of the rejection.</param>
    /// <param name="isHint">Whether its sender is not authenticated.</param>
    public static void NotificationRefused(string gateway, int status, bool isHint)
    {
        if (Notifications is { Enabled: true })
        {
            Notified(gateway, string.Create(CultureInfo.InvariantCulture, $"Refused{status}"), isHint);
        }
    }

    private static void Notified(string gateway, string status, bool isHint) =>
        QuietTelemetry.Count(
            Notifications,
            new TagList
            {
                { TelemetryTag.Gateway, gateway },
                { TelemetryTag.NotificationStatus, status },
                { TelemetryTag.NotificationIsHint, isHint },
            }
        );

    public static void Declined(string gateway, PaymentResult result)
    {
        CountUnmapped(gateway, result);
        if (Declines is { Enabled: true })
        {
            var code = result.Code ?? ResponseCode.Unmapped;
            QuietTelemetry.Count(
                Declines,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.Operation, result.Operation.ToString() },
                    { TelemetryTag.Code, code.Value },
                    { TelemetryTag.CodeCategory, code.Category.ToString() },
                    { TelemetryTag.CodeAdvice, code.Advice.ToString() },
                }
            );
        }
    }

    /// <param name="gateway">The gateway.</param>
    /// <param name="isChanged">Whether the provider had changed the payment.</param>
    /// <param name="isDeferred">Whether it could not be looked up or recorded.</param>
    public static void Checked(string gateway, bool isChanged, bool isDeferred)
    {
        if (Checks is { Enabled: true })
        {
            var result =
                isDeferred ? "deferred"
                : isChanged ? "changed"
                : "unchanged";
            QuietTelemetry.Count(
                Checks,
                new TagList { { TelemetryTag.Gateway, gateway }, { TelemetryTag.CheckResult, result } }
            );
        }
    }

    public static void LevelChanged(
        string gateway,
        PaymentOperation operation,
        CommercialDataLevel sent,
        CommercialDataLevel reported
    )
    {
        if (LevelChanges is { Enabled: true })
        {
            QuietTelemetry.Count(
                LevelChanges,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.Operation, operation.ToString() },
                    { TelemetryTag.LevelSent, sent.ToString() },
                    { TelemetryTag.LevelReported, reported.ToString() },
                }
            );
        }
    }
}
