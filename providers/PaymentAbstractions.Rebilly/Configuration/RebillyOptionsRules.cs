using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

internal static class RebillyOptionsRules
{
    // Source: Rebilly's public API definitions, string custom fields.
    private const int LongestCustomField = 4000;

    private const int LongestField = 100;
    private const int LongestKey = 200;

    public static void Check(RebillyOptions options, GatewayContext context, ProblemList problems)
    {
        Id(nameof(options.OrganizationId), options.OrganizationId, required: true, problems);
        Id(nameof(options.WebsiteId), options.WebsiteId, required: true, problems);
        Id(nameof(options.GatewayAccountId), options.GatewayAccountId, required: false, problems);
        problems.CheckSecret(nameof(options.ApiKey), options.ApiKey, "the secret API key");
        if (
            options.PublishableKey is { } key
            && (key.Length is 0 or > LongestKey || !key.All(c => c is > ' ' and <= '~'))
        )
        {
            problems.Add(
                nameof(options.PublishableKey),
                $"must have 1 to {LongestKey} printable ASCII characters without spaces; omit it if you have none."
            );
        }

        if (options.PublishableKey is { } shown && shown == options.ApiKey?.Reveal())
        {
            problems.Add(
                nameof(options.PublishableKey),
                "is the secret API key, which must never reach a browser; use the publishable key."
            );
        }

        if (context.Environment is null)
        {
            problems.Add("Environment", "is missing; set it to Sandbox or Live.");
        }

        CheckAddress(options, context.Environment, problems);
        problems.CheckTimes(options.Deadline, options.SendTimeout);
        problems.CheckRange(
            nameof(options.AuthorizationMargin),
            options.AuthorizationMargin,
            TimeSpan.Zero,
            TimeSpan.FromDays(3)
        );
        problems.CheckRange(nameof(options.MayChangeFor), options.MayChangeFor, TimeSpan.Zero, TimeSpan.FromDays(90));
        if (!Enum.IsDefined(options.OpenAuthorizations))
        {
            problems.Add(nameof(options.OpenAuthorizations), "must be Known, AskProvider or AcceptRisk.");
        }

        CheckCustomFields(options, problems);
        Field(nameof(options.WebhookTransactionField), options.WebhookTransactionField, problems);
        Field(nameof(options.WebhookEventField), options.WebhookEventField, problems);
        Field(nameof(options.WebhookRevisionField), options.WebhookRevisionField, problems);
    }

    private static void Field(string option, string? path, ProblemList problems)
    {
        if (
            path is not { Length: > 0 and <= LongestField }
            || path.Split('.').Any(name => name.Length == 0)
            || !path.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        )
        {
            problems.Add(
                option,
                $"is {QuotedText.Of(path ?? "")}, and must have 1 to {LongestField} letters, digits or _ - . characters, without consecutive dots or a dot at either end."
            );
        }
    }

    private static void CheckAddress(RebillyOptions options, GatewayEnvironment? environment, ProblemList problems)
    {
        const string key = nameof(options.BaseUrl);
        if (options.BaseUrl is not { } url)
        {
            return;
        }

        if (!HttpAdapterOptions.IsApiAddress(url))
        {
            problems.Add(key, "must be an absolute https address (http on loopback only) without a query.");
        }
        else if (ApiHosts.IsSandbox(url) && environment == GatewayEnvironment.Live)
        {
            problems.Add(key, "is the sandbox host, which cannot be used in the Live environment.");
        }
        else if (ApiHosts.IsLive(url) && environment == GatewayEnvironment.Sandbox)
        {
            problems.Add(key, "is the live host, which cannot be used in the Sandbox environment.");
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
                $"must differ from {nameof(options.OrderReferenceCustomField)} ({field})."
            );
        }

        if (options.MaxCommercialDataLength is < 1 or > LongestCustomField)
        {
            problems.Add(
                nameof(options.MaxCommercialDataLength),
                $"is {options.MaxCommercialDataLength}, and must be 1 to {LongestCustomField}."
            );
        }
    }

    private static void CustomField(string key, string? value, ProblemList problems)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            problems.Add(key, "must not be empty; omit it instead.");
        }
    }

    private static void Id(string key, string? value, bool required, ProblemList problems)
    {
        if (value is null ? required : !RebillyIds.IsValid(value))
        {
            problems.Add(key, value is null ? "is missing." : RebillyIds.Rule);
        }
    }
}
