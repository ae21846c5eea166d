using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Rebilly;

/// <summary>The content of a Rebilly webhook. None of it is proven. Source: core API reference, webhooks.</summary>
/// <remarks>Immutable, compares by value. Only the ids and the revision of the transaction in the body are read.</remarks>
public sealed record RebillyNotification : PaymentNotification
{
    /// <summary>The event; <see cref="RebillyEventType.Unknown"/> when this version does not know it.</summary>
    public RebillyEventType Type { get; init; }

    /// <summary>The payout request that the event concerns; <see langword="null"/> for other events.</summary>
    public string? PayoutRequestId { get; init; }

    /// <summary>The dispute that the event concerns; <see langword="null"/> for other events.</summary>
    public string? DisputeId { get; init; }

    /// <summary>The page that the customer was redirected to, for a redirect event. A server must not open it.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The customer's IP address, for a redirect event.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Prints neither address: the page's URL may contain a token, and the IP address is personal data.</summary>
    /// <param name="builder">The builder to append to.</param>
    /// <returns>Always <see langword="true"/>.</returns>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.PrintMembers(builder);
        builder.Append(
            CultureInfo.InvariantCulture,
            $", Type = {Type}, PayoutRequestId = {PayoutRequestId}, DisputeId = {DisputeId}"
        );
        return true;
    }
}
