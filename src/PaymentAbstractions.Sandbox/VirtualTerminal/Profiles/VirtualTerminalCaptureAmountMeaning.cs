using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The meaning of <c>CaptureAmount</c> after a capture; two documents contradict each other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalCaptureAmountMeaning>))]
public enum VirtualTerminalCaptureAmountMeaning
{
    /// <summary>The captured amount.</summary>
    Captured,

    /// <summary>The amount of the original authorization.</summary>
    Authorized,
}
