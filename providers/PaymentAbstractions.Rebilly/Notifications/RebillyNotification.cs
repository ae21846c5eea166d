using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Rebilly;

/// <summary>What a webhook of Rebilly says. Nothing of it is proven. Source: core API reference, webhooks.</summary>
/// <remarks>Immutable, compares by value. Of the transaction that the body has inside, only the ids and the revision are read.</remarks>
public sealed record RebillyNotification : PaymentNotification
{
    /// <summary>What it tells of, as far as this version has a name for it.</summary>
    public RebillyEventType Type { get; init; }

    /// <summary>The payout request that it is about; none for other events.</summary>
    public string? PayoutRequestId { get; init; }

    /// <summary>The dispute that it is about; none for other events.</summary>
    public string? DisputeId { get; init; }

    /// <summary>Where the customer was led to, for an event of a redirect. Not to be followed by a server.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The customer's address in the network, for an event of a redirect.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Prints no address: that of the page may hold a token, and that of the customer is the customer's.</summary>
    /// <param name="builder">Where to print.</param>
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
