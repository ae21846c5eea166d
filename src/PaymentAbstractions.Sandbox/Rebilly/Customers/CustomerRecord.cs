using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

internal sealed class CustomerRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public DateTimeOffset UpdatedTime { get; set; }

    public int Revision { get; set; } = 1;

    public JsonObject? PrimaryAddress { get; set; }

    public JsonObject? CustomFields { get; set; }

    public string? DefaultInstrumentId { get; set; }

    public string? Locale { get; set; }
}
