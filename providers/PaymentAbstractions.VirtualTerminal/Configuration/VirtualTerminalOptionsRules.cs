using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

internal static class VirtualTerminalOptionsRules
{
    private const string LiveHost = "gateway.arrowpayments.com";
    private const string DemoHost = "demo.arrowpayments.com";

    public static void Check(VirtualTerminalOptions options, GatewayContext context, ProblemList problems)
    {
        CheckAddress(options, context.Environment, problems);
        CheckCredentials(options, problems);
        problems.CheckTimes(options.Deadline, options.SendTimeout);
        problems.CheckRange(nameof(options.MayChangeFor), options.MayChangeFor, TimeSpan.Zero, TimeSpan.FromDays(90));
        if (!Currency.TryParse(options.Currency, out var currency) || !currency.IsChargeable || currency.Exponent != 2)
        {
            var codes = Currency.All.Where(one => one is { IsChargeable: true, Exponent: 2 }).Select(one => one.Code);
            problems.Add(
                nameof(options.Currency),
                $"is '{options.Currency}', and must be a currency with two decimals that can be charged.{NearestName.Hint(options.Currency, codes)}"
            );
        }

        if (options.NewShippingAddressId is < -1 or > 0)
        {
            problems.Add(
                nameof(options.NewShippingAddressId),
                $"is {options.NewShippingAddressId}, and must be -1 or 0; other numbers refer to stored addresses."
            );
        }

        if (options.MaxAddressLineLength is < 1 or > 60)
        {
            problems.Add(
                nameof(options.MaxAddressLineLength),
                $"is {options.MaxAddressLineLength}, and must be 1 to 60."
            );
        }
    }

    private static void CheckAddress(
        VirtualTerminalOptions options,
        GatewayEnvironment? environment,
        ProblemList problems
    )
    {
        const string key = nameof(options.BaseUrl);
        if (options.AllowInsecureDemo && environment != GatewayEnvironment.Sandbox)
        {
            problems.Add(nameof(options.AllowInsecureDemo), "is allowed only in the Sandbox environment.");
        }

        if (options.BaseUrl is not { } url)
        {
            problems.Add(key, $"is missing; set it to the address of the API, for example https://{LiveHost}/api/.");
            return;
        }

        if (
            !HttpAdapterOptions.IsApiAddress(
                url,
                mayBeInsecure: options.AllowInsecureDemo && url.IsAbsoluteUri && HttpAdapterOptions.IsAt(url, DemoHost)
            )
        )
        {
            problems.Add(
                key,
                "must be an absolute https address without a query; http is allowed only on loopback, or at "
                    + $"{DemoHost} with {nameof(options.AllowInsecureDemo)}."
            );
        }
        else if (HttpAdapterOptions.IsAt(url, DemoHost) && environment != GatewayEnvironment.Sandbox)
        {
            problems.Add(key, "is the demonstration host, which can be used only in the Sandbox environment.");
        }
        else if (HttpAdapterOptions.IsAt(url, LiveHost) && environment == GatewayEnvironment.Sandbox)
        {
            problems.Add(key, "is the live host, which cannot be used in the Sandbox environment.");
        }
    }

    private static void CheckCredentials(VirtualTerminalOptions options, ProblemList problems)
    {
        problems.CheckSecret(nameof(options.ApiKey), options.ApiKey, "the API key");
        if (options.MerchantId is null)
        {
            problems.Add(nameof(options.MerchantId), "is missing; set it to the merchant account number (MID).");
        }
        else if (options.MerchantId.Length is 0 or > 50 || !IsPrintable(options.MerchantId))
        {
            problems.Add(nameof(options.MerchantId), "must have 1 to 50 printable ASCII characters without spaces.");
        }
    }

    private static bool IsPrintable(string text) => text.All(c => c is > ' ' and <= '~');
}
