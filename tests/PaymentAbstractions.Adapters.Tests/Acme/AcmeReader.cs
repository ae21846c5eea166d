namespace PaymentAbstractions.Adapters.Tests;

internal static class AcmeReader
{
    public static ProviderTransaction Read(JsonFields body)
    {
        var type = Enum.TryParse<PaymentOperation>(body.DecidingText("type"), ignoreCase: true, out var known)
            ? known
            : PaymentOperation.Unknown;
        var status = body.DecidingText("status");
        var card = body.Inside("card");
        var shown = new ProviderTransaction
        {
            Id = body.DecidingText("id"),
            Type = type,
            Status = StatusOf(status),
            Requested = Money(body, "amount", "currency"),
            Processed = Money(body, "charged", "charged_currency"),
            IsAdjusted = body.DecidingFlag("adjusted") == true,
            IsOpen = status == "authorized",
            IsSettled = body.Has("settled"),
            IsReturned = body.Flag("refunded") == true,
            WireKey = body.DecidingText("key"),
            CustomerId = body.DecidingText("customer"),
            ParentId = body.DecidingText("parent"),
            ChildIds = body.DecidingTexts("children"),
            Description = body.Text("description"),
            ResponseCode = body.DecidingText("code"),
            Provider = new ProviderDetails
            {
                Code = body.Text("code"),
                Message = body.Text("message"),
                NetworkCode = body.Text("network_code"),
                NetworkMessage = body.Text("network_message"),
                AuthorizationCode = body.Text("auth_code"),
                GatewayTransactionId = body.Text("gateway_id"),
                NetworkTransactionId = body.Text("network_id"),
            },
            AvsCode = body.Text("avs"),
            CvvCode = body.Text("cvc"),
            Avs = body.Text("avs_number") is { } avs ? AvsResult.FromAdyen(avs) : null,
            Cvv = body.Text("cvc_number") is { } cvv ? CvvResult.FromAdyen(cvv) : null,
            PaymentMethod = new PaymentMethodDetails
            {
                Id = card.Text("instrument"),
                Brand = card.Text("brand") == "visa" ? CardBrand.Visa : default,
                Method = card.Text("brand"),
                Bin = card.Text("bin"),
                LastFour = card.Text("last4"),
            },
            BillingDescriptor = body.Text("descriptor"),
            DataLevel = body.Text("level") == "1" ? CommercialDataLevel.LevelI : null,
            NextAction = Uri.TryCreate(body.Text("action"), UriKind.Absolute, out var url)
                ? new RedirectAction { Url = url }
                : null,
            CreatedAt = body.Time("created"),
            SettledAt = body.Time("settled"),
            View = mask => new AcmePayment(
                mask(body.Text("view") ?? throw new FormatException("There is no view.")) ?? ""
            ),
        };
        return shown with { Contradiction = body.Problem, UnreadableFields = body.Unreadable };
    }

    private static Money? Money(JsonFields body, string amount, string currency) =>
        body.DecidingWhole(amount) is { } minor && Currency.TryParse(body.DecidingText(currency), out var known)
            ? PaymentAbstractions.Money.FromMinorUnits(minor, known)
            : null;

    private static ProviderStatus StatusOf(string? status) =>
        status switch
        {
            "authorized" or "succeeded" => ProviderStatus.Approved,
            "reversed" => ProviderStatus.Reversed,
            "failed" => ProviderStatus.Declined,
            "canceled" => ProviderStatus.Canceled,
            "abandoned" => ProviderStatus.Abandoned,
            "misconfigured" => ProviderStatus.Misconfigured,
            "requires_action" => ProviderStatus.WaitingForCustomer,
            "processing" => ProviderStatus.WaitingForProvider,
            "timed_out" => ProviderStatus.TimedOut,
            "connection_failed" => ProviderStatus.ConnectionFailed,
            "never_sent" => ProviderStatus.NeverSent,
            _ => ProviderStatus.Unrecognized,
        };
}
