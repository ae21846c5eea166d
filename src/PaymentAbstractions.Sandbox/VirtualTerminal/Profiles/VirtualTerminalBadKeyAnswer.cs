using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What a request with a wrong key answers; clients have seen only the first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalBadKeyAnswer>))]
public enum VirtualTerminalBadKeyAnswer
{
    /// <summary>404 without any text.</summary>
    NotFound404,

    /// <summary>401 without any text.</summary>
    Unauthorized401,
}
