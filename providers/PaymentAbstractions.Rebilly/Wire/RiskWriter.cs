using System.Net;
using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>
/// Writes the data of the shopper's device. It is optional, so values that Rebilly would refuse are omitted and reported.
/// </summary>
/// <remarks>
/// Source: core API reference, riskMetadata: at most 50 characters of fingerprint and 8 of language; the browser's members only together.
/// </remarks>
internal static class RiskWriter
{
    private const string Root = nameof(PaymentMethodRequest.Shopper);
    private const string BrowserField = $"{Root}.{nameof(ShopperContext.Browser)}";
    private const string AdBlockField =
        $"{nameof(PaymentRequest.ProviderOptions)}.{nameof(RebillyRequestOptions.IsAdBlockEnabled)}";
    private const string LanguageField = $"{BrowserField}.{nameof(BrowserInfo.Language)}";
    private const int LongestFingerprint = 50;
    private const int LongestLanguage = 8;

    public static void Write(
        Utf8JsonWriter json,
        ShopperContext? shopper,
        ICollection<string> leftOut,
        RebillyRequestOptions? own = null
    )
    {
        var hasOwn = own is not null && (own.HttpHeaders.Count > 0 || HasSession(own));
        if (shopper is null && !hasOwn)
        {
            return;
        }

        json.WriteStartObject("riskMetadata");
        if (shopper is not null)
        {
            WriteShopper(json, shopper, own?.IsAdBlockEnabled, leftOut);
        }

        if (own is not null)
        {
            // The rules have validated the headers.
            json.Optional("httpHeaders", own.HttpHeaders);
            WriteSessions(json, own);
        }

        json.WriteEndObject();
    }

    /// <returns>The values that would be omitted, for callers that cannot report them. A shortened language keeps its meaning and is not
    /// listed.</returns>
    public static IReadOnlyList<string> Refused(ShopperContext? shopper)
    {
        var leftOut = new List<string>();
        using var json = new Utf8JsonWriter(Stream.Null);
        json.WriteStartObject();
        Write(json, shopper, leftOut);
        return leftOut.FindAll(field => field != LanguageField);
    }

    private static void WriteShopper(
        Utf8JsonWriter json,
        ShopperContext shopper,
        bool? blocksAdvertisements,
        ICollection<string> leftOut
    )
    {
        WriteText(json, "ipAddress", nameof(shopper.IpAddress), shopper.IpAddress, IsIpAddress, leftOut);
        WriteText(
            json,
            "fingerprint",
            nameof(shopper.DeviceFingerprint),
            shopper.DeviceFingerprint,
            text => text.Length is > 0 and <= LongestFingerprint && !text.Any(char.IsSurrogate),
            leftOut
        );
        if (shopper.Browser is { } browser)
        {
            WriteBrowser(json, browser, blocksAdvertisements, leftOut);
        }
    }

    private static bool HasSession(RebillyRequestOptions own) =>
        (own.KountFraudSessionId ?? own.PayPalMerchantSessionId ?? own.ThreatMetrixSessionId) is not null;

    private static void WriteSessions(Utf8JsonWriter json, RebillyRequestOptions own)
    {
        if (!HasSession(own))
        {
            return;
        }

        json.WriteStartObject("extraData");
        json.Optional("kountFraudSessionId", own.KountFraudSessionId);
        json.Optional("payPalMerchantSessionId", own.PayPalMerchantSessionId);
        json.Optional("threatMetrixSessionId", own.ThreatMetrixSessionId);
        json.WriteEndObject();
    }

    private static void WriteBrowser(
        Utf8JsonWriter json,
        BrowserInfo browser,
        bool? blocksAdvertisements,
        ICollection<string> leftOut
    )
    {
        var language = Shortened(browser.Language);
        if (
            language.Length == 0
            || browser.ColorDepth is < 1 or > 48
            || browser.ScreenWidth is < 0 or > 65535
            || browser.ScreenHeight is < 0 or > 65535
            || browser.TimeZoneOffsetMinutes is < -1410 or > 1410
        )
        {
            leftOut.Add(BrowserField);
            if (blocksAdvertisements is not null)
            {
                leftOut.Add(AdBlockField);
            }

            return;
        }

        if (language != browser.Language)
        {
            leftOut.Add(LanguageField);
        }

        json.WriteStartObject("browserData");
        json.WriteNumber("colorDepth", browser.ColorDepth);
        json.WriteBoolean("isJavaEnabled", browser.IsJavaEnabled);
        json.WriteString("language", language);
        json.WriteNumber("screenWidth", browser.ScreenWidth);
        json.WriteNumber("screenHeight", browser.ScreenHeight);
        json.WriteNumber("timeZoneOffset", browser.TimeZoneOffsetMinutes);
        if (blocksAdvertisements is { } blocks)
        {
            json.WriteBoolean("isAdBlockEnabled", blocks);
        }

        json.WriteEndObject();
    }

    private static void WriteText(
        Utf8JsonWriter json,
        string name,
        string field,
        string? value,
        Func<string, bool> isAcceptable,
        ICollection<string> leftOut
    )
    {
        if (value is null)
        {
            return;
        }

        if (isAcceptable(value))
        {
            json.WriteString(name, value);
        }
        else
        {
            leftOut.Add($"{Root}.{field}");
        }
    }

    // Only whole subtags are removed: zh-Hans-CN becomes zh-Hans.
    private static string Shortened(string? language)
    {
        var text = language ?? "";
        while (text.Length > LongestLanguage)
        {
            var end = text.LastIndexOf('-');
            text = end < 0 ? "" : text[..end];
        }

        return text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : "";
    }

    // The parser also accepts a single number as a version 4 address.
    private static bool IsIpAddress(string text) =>
        IPAddress.TryParse(text, out _) && (text.Contains(':') || text.Count(c => c == '.') == 3);
}
