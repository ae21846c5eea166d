using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Writes the requests that open and complete the provider's forms. The start request carries the amount, customer and mark; the completion
/// request carries only the token, and charges.
/// </summary>
/// <remarks>
/// Source: the pages on submitting a new transaction and on tasks; the fields of a start request are those that public clients send, which
/// do not include line items.
/// </remarks>
internal static class HostedRequests
{
    /// <summary>The highest level for which a start request has fields.</summary>
    public const CommercialDataLevel HighestLevel = CommercialDataLevel.LevelII;

    /// <summary>Whether the customer enters the card of a request at the provider.</summary>
    public static bool IsHosted(PaymentRequest? request) =>
        request is PaymentMethodRequest { PaymentMethod: TokenPaymentMethod };

    /// <summary>
    /// Whether a text can be a token. The format is not documented, so only characters that a URL cannot contain are refused.
    /// </summary>
    public static bool IsToken(string text) => text.Length is > 0 and <= 4096 && text.All(c => c is > ' ' and <= '~');

    public static ProviderRequest Start(AdapterAttempt attempt, VirtualTerminalAccount account)
    {
        var (request, options) = ((ChargeRequest)attempt.Request!, account.Options);
        var plan = DataPlanner.Plan(request, account);
        return ProviderRequest.Json(
            HttpMethod.Post,
            "transaction/start",
            json =>
            {
                json.WriteString("ApiKey", options.ApiKey!.Reveal());
                json.WriteString("MID", options.MerchantId);
                json.WriteString("ReturnUrl", request.ReturnUrl!.AbsoluteUri);
                json.WriteString("TransactionType", Vocabulary.TypeOf(attempt.PerformsAs));
                AddRequest.WriteAmounts(json, request.Amount, plan);
                json.WriteNumber("CustomerId", VirtualTerminalIds.Parse(attempt.Attempt.CustomerId!));
                json.WriteBoolean("SaveNewPaymentMethod", request.StoredCredentialUse == StoredCredentialUse.First);
                AddressWriter.Write(json, "BillingAddress", request.BillingAddress);
                AddRequest.WriteDescription(json, attempt);
            }
        );
    }

    public static ProviderRequest Complete(AdapterAttempt attempt, VirtualTerminalAccount account)
    {
        var request = (PaymentMethodRequest)attempt.Request!;
        var plan = DataPlanner.Plan(request, account);
        return ProviderRequest.Json(
            HttpMethod.Post,
            "transaction/complete",
            json =>
            {
                json.WriteString("ApiKey", account.Options.ApiKey!.Reveal());
                json.WriteString("TokenId", ((TokenPaymentMethod)request.PaymentMethod).Token.Reveal());
            }
        ) with
        {
            CommercialData = new CommercialDataResult { SentLevel = plan.Level, DroppedFields = plan.DroppedFields },
            LeftOutFields = UnsentFields.Of(request, attempt.PerformsAs),
        };
    }

    public static ProviderRequest StartStoring(
        StorePaymentMethodRequest request,
        string customerId,
        VirtualTerminalOptions options
    ) =>
        ProviderRequest.Json(
            HttpMethod.Post,
            "paymentmethod/start",
            json =>
            {
                json.WriteString("ApiKey", options.ApiKey!.Reveal());
                json.WriteString("MID", options.MerchantId);
                json.WriteString("ReturnUrl", request.ReturnUrl!.AbsoluteUri);
                json.WriteNumber("CustomerId", VirtualTerminalIds.Parse(customerId));
                AddressWriter.Write(json, "BillingAddress", request.BillingAddress);
            }
        );

    public static ProviderRequest CompleteStoring(PaymentToken token, VirtualTerminalOptions options) =>
        ProviderRequest.Json(
            HttpMethod.Post,
            "paymentmethod/complete",
            json =>
            {
                json.WriteString("ApiKey", options.ApiKey!.Reveal());
                json.WriteString("TokenID", token.Reveal());
            }
        );
}
