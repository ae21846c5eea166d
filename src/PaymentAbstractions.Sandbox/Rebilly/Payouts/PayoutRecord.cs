using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

internal sealed class PayoutRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public required PayoutFields Given { get; set; }

    public DateTimeOffset UpdatedTime { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>Who canceled it and why; null when it was not canceled.</summary>
    public JsonObject? Cancellation { get; set; }
}
