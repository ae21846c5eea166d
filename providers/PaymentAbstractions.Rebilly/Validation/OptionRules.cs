using PaymentAbstractions.Adapters;
using static PaymentAbstractions.Rebilly.RebillyFieldRules;

namespace PaymentAbstractions.Rebilly;

/// <summary>The limits of <see cref="RebillyRequestOptions"/>. Source: core API reference, create a transaction and refund a transaction.</summary>
internal static class OptionRules
{
    private const string Root = nameof(PaymentRequest.ProviderOptions);

    // Headers with such names might allow a caller to impersonate the customer.
    private static readonly string[] Closed =
    [
        "auth",
        "cookie",
        "jwt",
        "key",
        "password",
        "secret",
        "session",
        "token",
    ];

    public static void Check(PaymentRequest request, ProblemList problems)
    {
        if (request.OptionsOf<RebillyQueryOptions>() is not null)
        {
            problems.Add(
                Root,
                $"have {nameof(RebillyQueryOptions)}, which apply to lists; use {nameof(RebillyRequestOptions)}."
            );
        }

        var options = request.OptionsOf<RebillyRequestOptions>();
        CheckRecordOnly(request, options, problems);
        if (options is null)
        {
            return;
        }

        if (request is RefundRequest)
        {
            if (options with { IsProcessedOutside = false, Expand = [] } != new RebillyRequestOptions())
            {
                problems.Add(
                    $"{Root}.{nameof(RebillyRequestOptions)}",
                    $"can only have {nameof(options.IsProcessedOutside)} and {nameof(options.Expand)} with a refund, which follows its original; omit the rest."
                );
            }

            OperatorRules.Expand(Of(nameof(options.Expand)), options.Expand, problems);
            return;
        }

        if (request is not PaymentMethodRequest)
        {
            problems.Add(
                $"{Root}.{nameof(RebillyRequestOptions)}",
                "cannot be sent with a capture or void, which follows its original; omit it."
            );
            return;
        }

        if (options.GatewayAccountId is { } account)
        {
            RequiredId(Of(nameof(options.GatewayAccountId)), account, problems);
        }

        foreach (var invoice in options.InvoiceIds)
        {
            RequiredId(Of(nameof(options.InvoiceIds)), invoice, problems);
        }

        CheckOutside(request, options, problems);
        CheckRisk(request, options, problems);
        OperatorRules.Expand(Of(nameof(options.Expand)), options.Expand, problems);
        if (request is CreditRequest && options.Expand.Count > 0)
        {
            problems.Add(Of(nameof(options.Expand)), "cannot be sent with a credit; omit it.");
        }
    }

    private static void CheckRecordOnly(PaymentRequest request, RebillyRequestOptions? options, ProblemList problems)
    {
        if (request.IsRecordOnly && options?.IsProcessedOutside != true)
        {
            problems.Add(
                Root,
                $"request another provider only to record a payment that was made elsewhere, but Rebilly would charge it. Set {nameof(RebillyRequestOptions)}.{nameof(RebillyRequestOptions.IsProcessedOutside)} too, or use another gateway."
            );
        }
    }

    private static void CheckOutside(PaymentRequest request, RebillyRequestOptions options, ProblemList problems)
    {
        // Captures of these, and later charges of methods that they set up, would move real money.
        if (options.IsProcessedOutside && request is (AuthorizeRequest or SetupRequest))
        {
            problems.Add(
                Of(nameof(options.IsProcessedOutside)),
                $"cannot be sent with {request.Operation}; record the sale when it is captured, or omit it."
            );
        }

        if (options.ProcessedAt is not null && !options.IsProcessedOutside)
        {
            problems.Add(
                Of(nameof(options.ProcessedAt)),
                $"can only be used together with {nameof(options.IsProcessedOutside)}; omit it."
            );
        }

        if (options.Limit is not { } limit)
        {
            return;
        }

        if (request is CreditRequest)
        {
            problems.Add(Of(nameof(options.Limit)), "cannot be sent with a credit; omit it.");
        }

        if (!limit.Amount.IsPositive || limit.Amount.Amount > ProviderMoney.MaxAmount)
        {
            problems.Add(
                $"{Of(nameof(options.Limit))}.{nameof(limit.Amount)}",
                $"is {limit.Amount}; use more than zero and at most {ProviderMoney.MaxAmount:N0}."
            );
        }
    }

    private static void CheckRisk(PaymentRequest request, RebillyRequestOptions options, ProblemList problems)
    {
        foreach (var (name, value) in options.HttpHeaders)
        {
            var field = Of(nameof(options.HttpHeaders));
            if (Closed.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add(
                    field,
                    $"contains '{name}', which might allow somebody to impersonate the customer; omit it."
                );
            }
            else if (
                name.Any(c => c is <= ' ' or > '~' or ':')
                || value is null
                || !IsUnicode(value)
                || value.Any(char.IsControl)
            )
            {
                problems.Add(
                    field,
                    $"contains {QuotedText.Of(name)}, which is not a valid request header; use a name of printable ASCII characters without spaces and a value without control characters."
                );
            }
        }

        Session(nameof(options.KountFraudSessionId), options.KountFraudSessionId, 10, 32, problems);
        Session(nameof(options.PayPalMerchantSessionId), options.PayPalMerchantSessionId, 1, 64, problems);
        Session(nameof(options.ThreatMetrixSessionId), options.ThreatMetrixSessionId, 1, 128, problems);
        if (options.IsAdBlockEnabled is not null && (request as PaymentMethodRequest)?.Shopper?.Browser is null)
        {
            problems.Add(
                Of(nameof(options.IsAdBlockEnabled)),
                $"is sent as part of {nameof(ShopperContext)}.{nameof(ShopperContext.Browser)}, which is missing; set that, or omit this."
            );
        }
    }

    private static void Session(string name, string? value, int least, int most, ProblemList problems)
    {
        if (value is not null && (value.Length < least || value.Length > most || !IsUnicode(value)))
        {
            problems.Add(Of(name), $"has {value.Length} characters; {least} to {most} are allowed.");
        }
    }

    private static string Of(string name) => $"{Root}.{name}";
}
