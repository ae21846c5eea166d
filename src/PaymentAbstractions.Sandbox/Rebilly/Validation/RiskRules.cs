namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The limits of risk metadata. The sandbox checks it but does not use it.</summary>
internal static class RiskRules
{
    public static void Check(FieldReader parent)
    {
        if (parent.Object("riskMetadata") is not { } risk)
        {
            return;
        }

        risk.Text("ipAddress", 45, static value => System.Net.IPAddress.TryParse(value, out _));
        risk.Text("fingerprint", 50);
        risk.Object("httpHeaders");
        if (risk.Object("extraData") is { } extra)
        {
            extra.Text("kountFraudSessionId", 32, static value => value.Length >= 10);
            extra.Text("payPalMerchantSessionId", 64, static value => value.Length >= 1);
            extra.Text("threatMetrixSessionId", 128, static value => value.Length >= 1);
        }

        if (risk.Object("browserData") is { } browser)
        {
            CheckBrowser(browser);
        }
    }

    private static void CheckBrowser(FieldReader browser)
    {
        foreach (var name in RequiredOfBrowser)
        {
            browser.Require(name);
        }

        browser.Integer("colorDepth", 1, 48);
        browser.Integer("screenWidth", 0, 65535);
        browser.Integer("screenHeight", 0, 65535);
        browser.Integer("timeZoneOffset", -1410, 1410);
        browser.Flag("isJavaEnabled");
        browser.Flag("isAdBlockEnabled");
        browser.Text("language", 8);
    }

    private static readonly string[] RequiredOfBrowser =
    [
        "colorDepth",
        "isJavaEnabled",
        "language",
        "screenWidth",
        "screenHeight",
        "timeZoneOffset",
    ];
}
