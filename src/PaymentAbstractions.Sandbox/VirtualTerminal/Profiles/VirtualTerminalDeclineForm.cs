using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The format of a decline of <c>transaction/add</c>, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalDeclineForm>))]
public enum VirtualTerminalDeclineForm
{
    /// <summary>200 with <c>Success: false</c> and the text in <c>Message</c>.</summary>
    Ok200WithSuccessFalse,

    /// <summary>400 with the text in the header <c>Error</c> and the body <c>Bad Request</c>.</summary>
    BadRequestWithErrorHeader,
}
