using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What <c>CaptureAmount</c> shows after a capture; two documents contradict each other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalCaptureAmountMeaning>))]
public enum VirtualTerminalCaptureAmountMeaning
{
    /// <summary>The amount captured.</summary>
    Captured,

    /// <summary>The amount of the original authorization.</summary>
    Authorized,
}
