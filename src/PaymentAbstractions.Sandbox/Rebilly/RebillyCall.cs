using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>An authenticated request for one organization.</summary>
internal sealed record RebillyCall
{
    public required Organization Organization { get; init; }

    public required string Method { get; init; }

    /// <summary>The decoded path below the organization: <c>["transactions", "txn_1", "refund"]</c>.</summary>
    public required string[] Segments { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The body; an empty object when there was none.</summary>
    public required JsonObject Body { get; init; }

    public FieldReader Fields() => FieldReader.Root(Body);
}
