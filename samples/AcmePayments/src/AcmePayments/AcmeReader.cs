using static PaymentAbstractions.PaymentOperation;

namespace AcmePayments;

/// <summary>Reads payment intents and refunds. Source: acme-api.md, sections 2, 4 and 6.</summary>
internal static class AcmeReader
{
    public static ProviderTransaction Read(JsonFields body)
    {
        var shown = body.DecidingText("object") switch
        {
            "payment_intent" => Intent(body, body.DecidingText("status")),
            "refund" => Refunded(body),
            _ => new ProviderTransaction(),
        };
        return shown with
        {
            Id = body.DecidingText("id"),
            WireKey = body.DecidingText("idempotency_key"),
            CreatedAt = body.UnixTime("created"),
            Contradiction = body.Problem ?? shown.Contradiction,
            UnreadableFields = body.Unreadable,
        };
    }

    /// <summary>The ISO 8583 code of a decline code. A code that section 6 does not list is kept and stays unmapped.</summary>
    public static string? IsoOf(string? declineCode) =>
        declineCode switch
        {
            "do_not_honor" => "05",
            "invalid_card_number" => "14",
            "lost_card" => "41",
            "stolen_card" => "43",
            "insufficient_funds" => "51",
            "expired_card" => "54",
            "transaction_not_allowed" => "57",
            "issuer_unavailable" => "91",
            "authentication_required" => "1A",
            "incorrect_cvc" => "N7",
            "revoked" => "R1",
            _ => declineCode,
        };

    private static ProviderTransaction Refunded(JsonFields body) =>
        new()
        {
            Type = Refund,
            Status = body.DecidingText("status") switch
            {
                "succeeded" => ProviderStatus.Approved,
                "processing" => ProviderStatus.WaitingForProvider,
                "failed" => ProviderStatus.Declined,
                _ => ProviderStatus.Unrecognized,
            },
            Requested = AmountOf(body, "amount"),
            ParentId = body.DecidingText("payment_intent"),
            Description = body.Text("reason"),
        };

    private static ProviderTransaction Intent(JsonFields body, string? status)
    {
        var (amount, authorized) = (AmountOf(body, "amount"), AmountOf(body, "amount_authorized"));
        var (received, refunded) = (AmountOf(body, "amount_received"), AmountOf(body, "amount_refunded"));
        var type = (body.DecidingText("capture_method"), received) switch
        {
            ("automatic", _) => Sale,
            ("manual", { IsPositive: true }) => Capture,
            ("manual", _) => Authorize,
            _ => Unknown,
        };
        var isApproved = status is "requires_capture" or "succeeded";
        var error = body.Inside("last_payment_error", decides: true);
        var card = body.Inside("payment_method_details");
        var link = status == "requires_action" ? body.Inside("next_action").Text("redirect_url") : null;
        return new ProviderTransaction
        {
            Type = type,
            Status = (status, body.DecidingText("cancellation_reason")) switch
            {
                ("requires_action", _) => ProviderStatus.WaitingForCustomer,
                ("processing", _) => ProviderStatus.WaitingForProvider,
                ("succeeded", _) when IsPositive(refunded) && refunded == received => ProviderStatus.Reversed,
                ("succeeded", _) when IsPositive(received) => ProviderStatus.Approved,
                ("requires_capture", _) when type == Authorize => ProviderStatus.Approved,
                ("canceled", "declined") => ProviderStatus.Declined,
                ("canceled", "abandoned") => ProviderStatus.Abandoned,
                ("canceled", "requested" or "expired") when IsPositive(authorized) => ProviderStatus.Reversed,
                ("canceled", "requested") => ProviderStatus.Canceled,
                _ => ProviderStatus.Unrecognized,
            },
            Requested = type == Capture ? received : amount,
            Processed = status == "succeeded" ? received : null,
            // Acme has no partial approvals.
            AmountProblem = isApproved && amount != authorized ? "'amount_authorized' is not 'amount'." : null,
            IsOpen = status == "requires_capture",
            IsReturned = IsPositive(refunded),
            CustomerId = body.DecidingText("customer"),
            Description = body.Text("description"),
            ResponseCode = IsoOf(error.DecidingText("decline_code")),
            Provider = new ProviderDetails
            {
                Code = error.Text("decline_code"),
                Message = error.Text("message"),
                AuthorizationCode = card.Text("authorization_code"),
                NetworkTransactionId = card.Text("network_transaction_id"),
            },
            AvsCode = card.Text("avs_result"),
            CvvCode = card.Text("cvc_result"),
            PaymentMethod = new() { Brand = CardBrand.FromProvider(card.Text("brand")), LastFour = card.Text("last4") },
            BillingDescriptor = body.Text("statement_descriptor"),
            NextAction = Uri.TryCreate(link, UriKind.Absolute, out var url) ? new RedirectAction { Url = url } : null,
            ExpiresAt = body.UnixTime("capture_before"),
        };
    }

    private static bool IsPositive(Money? amount) => amount is { IsPositive: true };

    private static Money? AmountOf(JsonFields body, string name) =>
        ProviderMoney.FromMinorUnits(body.DecidingWhole(name), body.DecidingText("currency"));
}
