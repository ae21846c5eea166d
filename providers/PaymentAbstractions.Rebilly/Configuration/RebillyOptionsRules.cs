namespace PaymentAbstractions.Rebilly;

internal static class RebillyOptionsRules
{
    // Source: Rebilly's public API definitions, string custom fields.
    private const int LongestCustomField = 4000;

    public static void Check(RebillyOptions options, GatewayContext context, ProblemList problems)
    {
        Id(nameof(options.OrganizationId), options.OrganizationId, required: true, problems);
        Id(nameof(options.WebsiteId), options.WebsiteId, required: true, problems);
        Id(nameof(options.GatewayAccountId), options.GatewayAccountId, required: false, problems);
        if (options.ApiKey is null)
        {
            problems.Add(nameof(options.ApiKey), "is missing; give the secret API key.");
        }
        else if (options.ApiKey.Reveal().Any(c => c is <= ' ' or > '~'))
        {
            problems.Add(nameof(options.ApiKey), "must consist of printable ASCII characters without spaces.");
        }

        if (context.Environment is null)
        {
            problems.Add("Environment", "is missing; say Sandbox or Live.");
        }

        CheckAddress(options, context.Environment, problems);
        CheckTimes(options, problems);
        if (!Enum.IsDefined(options.OpenAuthorizations))
        {
            problems.Add(nameof(options.OpenAuthorizations), "must be Known, AskProvider or AcceptRisk.");
        }

        CheckCustomFields(options, problems);
    }

    private static void CheckAddress(RebillyOptions options, GatewayEnvironment? environment, ProblemList problems)
    {
        const string key = nameof(options.BaseUrl);
        if (options.BaseUrl is not { } url)
        {
            return;
        }

        if (!IsAcceptable(url))
        {
            problems.Add(key, "must be an absolute https address (http on loopback only) without query.");
        }
        else if (ApiHosts.IsSandbox(url) && environment == GatewayEnvironment.Live)
        {
            problems.Add(key, "is the sandbox host, which does not belong to the environment Live.");
        }
        else if (ApiHosts.IsLive(url) && environment == GatewayEnvironment.Sandbox)
        {
            problems.Add(key, "is the live host, which does not belong to the environment Sandbox.");
        }
    }

    private static void CheckCustomFields(RebillyOptions options, ProblemList problems)
    {
        CustomField(nameof(options.OrderReferenceCustomField), options.OrderReferenceCustomField, problems);
        CustomField(nameof(options.CommercialDataCustomField), options.CommercialDataCustomField, problems);
        if (
            options.CommercialDataCustomField is { } field
            && !string.IsNullOrWhiteSpace(field)
            && field == options.OrderReferenceCustomField
        )
        {
            problems.Add(
                nameof(options.CommercialDataCustomField),
                $"must be another field than {nameof(options.OrderReferenceCustomField)} ({field})."
            );
        }

        if (options.CommercialDataCustomFieldLength is < 1 or > LongestCustomField)
        {
            problems.Add(
                nameof(options.CommercialDataCustomFieldLength),
                $"is {options.CommercialDataCustomFieldLength}, and must be 1 to {LongestCustomField}."
            );
        }
    }

    private static void CustomField(string key, string? value, ProblemList problems)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            problems.Add(key, "must not be empty; leave it out.");
        }
    }

    private static void CheckTimes(RebillyOptions options, ProblemList problems)
    {
        Range(
            nameof(options.Deadline),
            options.Deadline,
            TimeSpan.FromMilliseconds(100),
            TimeSpan.FromMinutes(10),
            problems
        );
        if (options.SendTimeout is { } send)
        {
            Range(nameof(options.SendTimeout), send, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2), problems);
        }

        Range(
            nameof(options.AuthorizationMargin),
            options.AuthorizationMargin,
            TimeSpan.Zero,
            TimeSpan.FromDays(3),
            problems
        );
        if (options.SendTimeout > options.Deadline)
        {
            problems.Add(
                nameof(options.SendTimeout),
                $"({options.SendTimeout}) must not be longer than {nameof(options.Deadline)} ({options.Deadline})."
            );
        }
    }

    private static void Id(string key, string? value, bool required, ProblemList problems)
    {
        if (value is null ? required : !RebillyIds.IsValid(value))
        {
            problems.Add(key, value is null ? "is missing." : RebillyIds.Rule);
        }
    }

    private static void Range(string key, TimeSpan value, TimeSpan least, TimeSpan most, ProblemList problems)
    {
        if (value < least || value > most)
        {
            problems.Add(key, $"is {value}, and must be {least} to {most}.");
        }
    }

    private static bool IsAcceptable(Uri url) =>
        url.IsAbsoluteUri
        && url.Query.Length == 0
        && url.Fragment.Length == 0
        && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
