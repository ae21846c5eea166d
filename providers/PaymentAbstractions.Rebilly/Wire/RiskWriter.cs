using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes what is known of the shopper's device. Source: core API reference, riskMetadata.</summary>
internal static class RiskWriter
{
    public static void Write(Utf8JsonWriter json, ShopperContext? shopper)
    {
        if (shopper is null)
        {
            return;
        }

        json.WriteStartObject("riskMetadata");
        if (shopper.IpAddress is { } address)
        {
            json.WriteString("ipAddress", address);
        }

        if (shopper.DeviceFingerprint is { } fingerprint)
        {
            json.WriteString("fingerprint", fingerprint);
        }

        if (shopper.Browser is { } browser)
        {
            json.WriteStartObject("browserData");
            json.WriteNumber("colorDepth", browser.ColorDepth);
            json.WriteBoolean("isJavaEnabled", browser.IsJavaEnabled);
            json.WriteString("language", browser.Language);
            json.WriteNumber("screenWidth", browser.ScreenWidth);
            json.WriteNumber("screenHeight", browser.ScreenHeight);
            json.WriteNumber("timeZoneOffset", browser.TimeZoneOffsetMinutes);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
