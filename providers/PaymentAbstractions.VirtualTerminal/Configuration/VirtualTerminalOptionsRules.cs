namespace PaymentAbstractions.VirtualTerminal;

internal static class VirtualTerminalOptionsRules
{
    public static void Check(VirtualTerminalOptions options, GatewayContext context, ProblemList problems)
    {
        CheckAddress(options, context.Environment, problems);
        CheckCredentials(options, problems);
        CheckTimes(options, problems);
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
                $"is {options.NewShippingAddressId}, and must be -1 or 0; other numbers are stored addresses."
            );
        }

        if (options.AddressLineLimit is < 1 or > 60)
        {
            problems.Add(nameof(options.AddressLineLimit), $"is {options.AddressLineLimit}, and must be 1 to 60.");
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
            problems.Add(nameof(options.AllowInsecureDemo), "is possible only with the environment Sandbox.");
        }

        if (options.BaseUrl is not { } url)
        {
            problems.Add(
                key,
                "is missing; give the address of the API, for example https://" + ApiHosts.Live + "/api/."
            );
            return;
        }

        if (
            !url.IsAbsoluteUri
            || url.Query.Length > 0
            || url.Fragment.Length > 0
            || url.UserInfo.Length > 0
            || !IsSecureEnough(url, options)
        )
        {
            problems.Add(
                key,
                "must be an absolute https address without query; http only on loopback, or at "
                    + $"{ApiHosts.Demo} with {nameof(options.AllowInsecureDemo)}."
            );
        }
        else if (ApiHosts.IsDemo(url) && environment != GatewayEnvironment.Sandbox)
        {
            problems.Add(key, "is the demonstration host, which belongs to the environment Sandbox.");
        }
        else if (ApiHosts.IsLive(url) && environment == GatewayEnvironment.Sandbox)
        {
            problems.Add(key, "is the live host, which does not belong to the environment Sandbox.");
        }
    }

    private static bool IsSecureEnough(Uri url, VirtualTerminalOptions options) =>
        url.Scheme == Uri.UriSchemeHttps
        || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || (options.AllowInsecureDemo && ApiHosts.IsDemo(url))));

    private static void CheckCredentials(VirtualTerminalOptions options, ProblemList problems)
    {
        if (options.ApiKey is null)
        {
            problems.Add(nameof(options.ApiKey), "is missing; give the API key.");
        }
        else if (options.ApiKey.Reveal() is "." or ".." || !IsPrintable(options.ApiKey.Reveal()))
        {
            problems.Add(nameof(options.ApiKey), "must consist of printable ASCII characters without spaces.");
        }

        if (options.MerchantId is null)
        {
            problems.Add(nameof(options.MerchantId), "is missing; give the merchant account number (MID).");
        }
        else if (options.MerchantId.Length is 0 or > 50 || !IsPrintable(options.MerchantId))
        {
            problems.Add(nameof(options.MerchantId), "must have 1 to 50 printable ASCII characters without spaces.");
        }
    }

    private static void CheckTimes(VirtualTerminalOptions options, ProblemList problems)
    {
        var least = TimeSpan.FromMilliseconds(100);
        Range(nameof(options.Deadline), options.Deadline, least, TimeSpan.FromMinutes(10), problems);
        Range(nameof(options.MayChangeFor), options.MayChangeFor, TimeSpan.Zero, TimeSpan.FromDays(90), problems);
        if (options.SendTimeout is not { } send)
        {
            return;
        }

        Range(nameof(options.SendTimeout), send, least, TimeSpan.FromMinutes(2), problems);
        if (send > options.Deadline)
        {
            problems.Add(
                nameof(options.SendTimeout),
                $"({send}) must not be longer than {nameof(options.Deadline)} ({options.Deadline})."
            );
        }
    }

    private static void Range(string key, TimeSpan value, TimeSpan least, TimeSpan most, ProblemList problems)
    {
        if (value < least || value > most)
        {
            problems.Add(key, $"is {value}, and must be {least} to {most}.");
        }
    }

    private static bool IsPrintable(string text) => text.All(c => c is > ' ' and <= '~');
}
