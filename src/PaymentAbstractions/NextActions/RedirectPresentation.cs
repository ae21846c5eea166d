using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How an address of the provider is shown to the customer.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RedirectPresentation>))]
public enum RedirectPresentation
{
    /// <summary>In place of the shop's page.</summary>
    WholePage = 0,

    /// <summary>In a frame within the shop's page.</summary>
    Iframe,

    /// <summary>In a window of its own above the shop's page.</summary>
    Popup,
}
