using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Reads payout requests. Source: core API reference, payout requests, in its earlier and its current form; each form has statuses that the
/// other lacks. Unverified: which member of an allocation names the credit transaction.
/// </summary>
/// <param name="mask">Masks secrets in a free text.</param>
internal sealed class PayoutReader(Func<string?, string?> mask)
{
    /// <returns>
    /// The payout request; <see langword="null"/> when it has no usable id, customer or amount, or when a member that decides whether it
    /// can be paid out cannot be read.
    /// </returns>
    public Payout? Read(JsonFields fields)
    {
        var (id, customerId) = (fields.DecidingText("id"), fields.DecidingText("customerId"));
        var currency = fields.DecidingText("currency");
        var (figure, available) = (fields.DecidingFigure("amount"), fields.DecidingFigure("availableAmount"));
        var (amount, left) = (ProviderMoney.Read(figure, currency), ProviderMoney.Read(available, currency));
        var word = fields.DecidingText("status");
        var isBlocked = fields.DecidingFlag("blocked") == true;
        if (
            id is null
            || !RebillyIds.IsValid(id)
            || string.IsNullOrEmpty(customerId)
            || amount is not { } whole
            || (available is not null && left is null)
            || fields.Problem is not null
        )
        {
            return null;
        }

        return new Payout
        {
            Id = id,
            CustomerId = customerId,
            Amount = whole,
            AvailableAmount = left,
            Status = StatusOf(word),
            ProviderStatus = mask(word),
            PaymentMethodId = fields.Text("paymentInstrumentId"),
            Description = mask(fields.Text("description")),
            IsBlocked = isBlocked,
            BlockReason = mask(fields.Text("blockReason")),
            SelectMethodUrl = AddressOf(fields.Text("selectPaymentInstrumentUrl")),
            Cancellation = CancellationOf(fields),
            TransactionIds =
            [
                .. fields
                    .Objects("allocations")
                    .Select(allocation => allocation.Text("transactionId"))
                    .OfType<string>()
                    .Where(RebillyIds.IsValid),
            ],
            SplitFromId = fields.Text("splitFromPayoutRequestId"),
            MergedIntoId = fields.Text("mergedIntoPayoutRequestId"),
            CreatedAt = fields.Time("createdTime"),
            UpdatedAt = fields.Time("updatedTime"),
        };
    }

    /// <returns>The method; <see langword="null"/> when it has no id.</returns>
    public PayoutPaymentMethod? ReadMethod(JsonFields fields) =>
        fields.DecidingText("paymentInstrumentId") is { } id && RebillyIds.IsValid(id)
            ? new PayoutPaymentMethod
            {
                PaymentMethodId = id,
                GatewayName = mask(fields.Text("gatewayName")),
                GatewayAccountId = fields.Text("gatewayAccountId"),
                Exposure = fields.DecidingFigure("exposureAmount"),
                PaidOut = fields.DecidingFigure("previousAllocatedAmount"),
                LastPaymentAt = fields.Time("lastPaymentTime"),
                LastPayoutAt = fields.Time("lastPayoutTime"),
            }
            : null;

    private static PayoutStatus StatusOf(string? word) =>
        word switch
        {
            "pending" => PayoutStatus.Pending,
            "instrument-selected" => PayoutStatus.MethodSelected,
            "ready" => PayoutStatus.Ready,
            "approved" => PayoutStatus.Approved,
            "in-progress" => PayoutStatus.InProgress,
            "partially-fulfilled" => PayoutStatus.PartiallyFulfilled,
            "fulfilled" => PayoutStatus.Fulfilled,
            "canceled" => PayoutStatus.Canceled,
            "split" => PayoutStatus.Split,
            "merged" => PayoutStatus.Merged,
            _ => PayoutStatus.Unknown,
        };

    private PayoutCancellation? CancellationOf(JsonFields fields)
    {
        if (!fields.Has("cancellationReason"))
        {
            return null;
        }

        var reason = fields.Inside("cancellationReason");
        return new PayoutCancellation
        {
            CanceledBy = reason.Text("canceledBy") switch
            {
                "merchant" => PayoutCanceledBy.Merchant,
                "customer" => PayoutCanceledBy.Customer,
                "system" => PayoutCanceledBy.System,
                _ => PayoutCanceledBy.Unknown,
            },
            Description = mask(reason.Text("description")),
        };
    }

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;
}
