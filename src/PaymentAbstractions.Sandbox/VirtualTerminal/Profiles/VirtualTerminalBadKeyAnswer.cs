using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The answer to a request with a wrong key; clients have only observed the first one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalBadKeyAnswer>))]
public enum VirtualTerminalBadKeyAnswer
{
    /// <summary>404 without a text.</summary>
    NotFound404,

    /// <summary>401 without a text.</summary>
    Unauthorized401,
}
