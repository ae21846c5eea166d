namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>GET /transactions, newest first unless sorted.</summary>
internal sealed class ListTransactions(RebillyWorld world)
{
    private static readonly Dictionary<string, ListField<TransactionRecord>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<TransactionRecord>.Text(transaction => transaction.Id),
        ["requestId"] = ListField<TransactionRecord>.Text(transaction => transaction.RequestId),
        ["customerId"] = ListField<TransactionRecord>.Text(transaction => transaction.CustomerId),
        ["websiteId"] = ListField<TransactionRecord>.Text(transaction => transaction.WebsiteId),
        ["type"] = ListField<TransactionRecord>.Text(transaction => transaction.Type),
        ["status"] = ListField<TransactionRecord>.Text(transaction => transaction.Status),
        ["result"] = ListField<TransactionRecord>.Text(transaction => transaction.Result),
        ["parentTransactionId"] = ListField<TransactionRecord>.Text(transaction => transaction.ParentId),
        ["gatewayAccountId"] = ListField<TransactionRecord>.Text(transaction => transaction.GatewayAccountId),
        ["currency"] = ListField<TransactionRecord>.Text(transaction => transaction.Currency),
        ["amount"] = ListField<TransactionRecord>.Number(transaction => transaction.Amount),
        ["createdTime"] = ListField<TransactionRecord>.Time(transaction => transaction.CreatedTime),
        ["updatedTime"] = ListField<TransactionRecord>.Time(transaction => transaction.UpdatedTime),
        ["processedTime"] = ListField<TransactionRecord>.Time(transaction => transaction.ProcessedTime),
        ["settlementTime"] = ListField<TransactionRecord>.Time(transaction => transaction.SettlementTime),
    };

    public SandboxResponse Handle(RebillyCall call)
    {
        var profile = world.Profile;
        var ignored = new List<string>();
        if (profile.RequestIdFilter == RebillyFilterSupport.Ignored)
        {
            ignored.Add("requestId");
        }

        if (profile.ParentFilter == RebillyFilterSupport.Ignored)
        {
            ignored.Add("parentTransactionId");
        }

        var shown = call.Organization.Book.All.Reverse().Where(IsShown);
        return new CollectionQuery<TransactionRecord>(Fields, world.Problems)
        {
            IgnoredFilters = ignored,
            SearchedTexts = SearchedTexts,
        }.Answer(shown, call.Query, transaction => EmbeddedObjects.Of(transaction, call, world));
    }

    private static IEnumerable<string?> SearchedTexts(TransactionRecord transaction) =>
        [transaction.Id, transaction.CustomerId, transaction.Description, transaction.RequestId];

    private bool IsShown(TransactionRecord transaction) =>
        world.Profile.ListOmits == RebillyListOmission.None
        || transaction.Type is not (TransactionType.Authorize or TransactionType.Credit);
}
