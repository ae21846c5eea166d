using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What a <see cref="SandboxMovement"/> did.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SandboxMovementKind>))]
public enum SandboxMovementKind
{
    /// <summary>An amount was reserved on the customer's account; no money moved.</summary>
    Authorize,

    /// <summary>The customer was charged without an earlier authorization.</summary>
    Sale,

    /// <summary>The customer was charged on an earlier authorization.</summary>
    Capture,

    /// <summary>An authorization, charge, refund or credit was undone before settlement.</summary>
    Void,

    /// <summary>Money of a charge went back to the customer.</summary>
    Refund,

    /// <summary>Money went to the customer without an earlier charge.</summary>
    Credit,
}
