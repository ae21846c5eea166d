using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The kinds of <see cref="SandboxMovement"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SandboxMovementKind>))]
public enum SandboxMovementKind
{
    /// <summary>An amount was held on the customer's account; no money moved.</summary>
    Authorize,

    /// <summary>The customer was charged without an earlier authorization.</summary>
    Sale,

    /// <summary>The customer was charged for an earlier authorization.</summary>
    Capture,

    /// <summary>An authorization, charge, refund or credit was reversed before settlement.</summary>
    Void,

    /// <summary>Money of a charge was returned to the customer.</summary>
    Refund,

    /// <summary>Money was paid to the customer without an earlier charge.</summary>
    Credit,
}
