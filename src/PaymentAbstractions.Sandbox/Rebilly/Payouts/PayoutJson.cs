using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Writes payout requests in the format of the API.</summary>
/// <remarks>Unverified: the members of an allocation. The URL where the customer selects a payment instrument does not exist.</remarks>
internal static class PayoutJson
{
    public static JsonObject Of(PayoutRecord payout, Organization organization, RebillyWorld world)
    {
        var (book, given) = (organization.Payouts, payout.Given);
        var json = new JsonObject
        {
            ["id"] = payout.Id,
            ["websiteId"] = organization.Account.WebsiteId,
            ["customerId"] = given.CustomerId,
            ["paymentInstrumentId"] = given.InstrumentId,
            ["currency"] = given.Currency,
            ["amount"] = CurrencyRules.Plain(given.Amount),
            ["availableAmount"] = CurrencyRules.Plain(book.AvailableOf(payout)),
            ["description"] = given.Description,
            ["status"] = book.StatusOf(payout),
            ["selectPaymentInstrumentUrl"] = world.UrlOf(organization, $"payout-requests/{payout.Id}/select"),
            ["allocations"] = new JsonArray([
                .. book.CreditsOf(payout)
                    .Select(credit => new JsonObject
                    {
                        ["transactionId"] = credit.Id,
                        ["amount"] = CurrencyRules.Plain(credit.Amount),
                    }),
            ]),
            ["selectedPaymentInstrumentRedirectUrl"] = given.RedirectUrl,
            ["cancellationReason"] = payout.Cancellation?.DeepClone(),
            ["createdTime"] = TransactionJson.Time(payout.CreatedTime),
            ["updatedTime"] = TransactionJson.Time(payout.UpdatedTime),
            ["_links"] = new JsonArray(
                new JsonObject
                {
                    ["rel"] = "self",
                    ["href"] = world.UrlOf(organization, $"payout-requests/{payout.Id}"),
                }
            ),
        };
        if (world.Profile.PayoutStatuses == RebillyPayoutStatuses.Current)
        {
            json["blocked"] = false;
            json["blockReason"] = null;
            json["batchId"] = null;
            json["splitFromPayoutRequestId"] = null;
            json["mergedIntoPayoutRequestId"] = null;
        }

        return json;
    }

    /// <summary>Writes an instrument to which a payout request can be paid.</summary>
    public static JsonObject Method(InstrumentRecord instrument, PayoutRecord payout, Organization organization)
    {
        var own = organization
            .Book.All.Where(transaction =>
                transaction.IsApproved
                && transaction.Instrument?.Id == instrument.Id
                && transaction.Currency == payout.Given.Currency
                && transaction.Status != TransactionStatus.Voided
            )
            .ToList();
        var (charged, paid) = (
            own.Where(one => one.Type is TransactionType.Sale or TransactionType.Capture).ToList(),
            own.Where(one => one.Type is TransactionType.Refund or TransactionType.Credit).ToList()
        );
        var isUsed = charged.Count > 0 || paid.Count > 0;
        return new()
        {
            ["paymentInstrumentId"] = instrument.Id,
            ["gatewayName"] = isUsed ? TestGateway.Name : null,
            ["gatewayAccountId"] = TestGateway.AccountId,
            ["exposureAmount"] = CurrencyRules.Plain(charged.Sum(one => one.Amount) - paid.Sum(one => one.Amount)),
            ["previousAllocatedAmount"] = CurrencyRules.Plain(
                paid.Where(one => one.PayoutRequestId == payout.Id).Sum(one => one.Amount)
            ),
            ["lastPaymentTime"] = TransactionJson.Time(charged.Max(one => (DateTimeOffset?)one.CreatedTime)),
            ["lastPayoutTime"] = TransactionJson.Time(
                paid.Where(one => one.Type == TransactionType.Credit).Max(one => (DateTimeOffset?)one.CreatedTime)
            ),
        };
    }

    public static JsonObject Event(
        PayoutRecord payout,
        string eventType,
        Organization organization,
        RebillyWorld world
    ) =>
        new()
        {
            ["payoutRequestId"] = payout.Id,
            ["eventType"] = eventType,
            ["_embedded"] = new JsonObject { ["payoutRequest"] = Of(payout, organization, world) },
            ["_links"] = new JsonArray(),
        };
}
