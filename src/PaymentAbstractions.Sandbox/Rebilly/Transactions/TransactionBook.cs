namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The transactions of an organization, and the rules by which they affect each other.</summary>
internal sealed class TransactionBook(Organization organization, RebillyWorld world)
{
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromHours(24);

    private readonly List<TransactionRecord> _all = [];
    private readonly Dictionary<string, TransactionRecord> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<TransactionRecord> All => _all;

    public long NextSequence => _all.Count + 1;

    public TransactionRecord? Find(string id) => _byId.GetValueOrDefault(id);

    public TransactionRecord? FindDuplicate(string requestId) =>
        _all.FindLast(transaction =>
            transaction.RequestId == requestId && world.Now - transaction.CreatedTime < DuplicateWindow
        );

    /// <summary>The oldest authorization that a sale would capture.</summary>
    public TransactionRecord? FindCapturable(string customerId, string instrumentId, TransactionRequest request) =>
        _all.Find(transaction =>
            transaction.IsOpenAuthorization(world.Now)
            && transaction.CustomerId == customerId
            && transaction.Instrument?.Id == instrumentId
            && transaction.Currency == request.Currency
            && transaction.Amount >= request.Amount
            && (request.GatewayAccountId is null || request.GatewayAccountId == transaction.GatewayAccountId)
        );

    /// <summary>Enters a transaction and applies the gateway's decision as far as it is known.</summary>
    public void Add(TransactionRecord transaction)
    {
        _all.Add(transaction);
        _byId.Add(transaction.Id, transaction);
        var parent = ParentOf(transaction);
        parent?.Children.Add(transaction);
        var decision = transaction.Decision;
        transaction.Amount = decision.PartialAmount ?? transaction.RequestAmount;
        transaction.Currency = transaction.RequestCurrency;
        transaction.UpdatedTime = world.Now;
        if (decision.PendingStatus is null)
        {
            Apply(transaction, decision.Result);
        }
        else
        {
            transaction.Status = decision.PendingStatus;
            if (decision is { MovedUnseen: true, IsApproved: true })
            {
                BookMovement(transaction);
            }
        }

        Restate(parent);
        organization.Events.Entered(transaction, parent);
    }

    /// <summary>Sets the final result of a transaction.</summary>
    public void Finish(TransactionRecord transaction, string result)
    {
        var openStatus = transaction.Status;
        var parent = ParentOf(transaction);
        if (
            result == TransactionResult.Approved
            && transaction is { Instrument: null, Status: TransactionStatus.WaitingApproval }
        )
        {
            Choose(transaction);
        }

        Apply(transaction, result);
        Touch(transaction);
        Restate(parent);
        organization.Events.Ended(transaction, openStatus, parent);
    }

    /// <summary>Records a result that the merchant found out elsewhere. No money moves.</summary>
    public void Overrule(TransactionRecord transaction, string result, decimal amount, string currency)
    {
        var openStatus = transaction.IsUnknown ? transaction.Status : null;
        var parent = ParentOf(transaction);
        transaction.Result = result;
        transaction.Status = TransactionStatus.Completed;
        transaction.Amount = amount;
        transaction.Currency = currency;
        transaction.ProcessedTime ??= world.Now;
        Touch(transaction);
        Restate(parent);
        if (openStatus is not null)
        {
            organization.Events.Ended(transaction, openStatus, parent);
        }
    }

    /// <summary>Settles due transactions, and abandons those that waited too long for their customer.</summary>
    public void CatchUp(TimeSpan settleAfter)
    {
        foreach (var transaction in _all)
        {
            if (CanSettle(transaction) && world.Now >= transaction.ProcessedTime + settleAfter)
            {
                Settle(transaction, transaction.ProcessedTime + settleAfter);
            }

            if (
                transaction is { Status: TransactionStatus.WaitingApproval, IsUnknown: true }
                && world.Now >= transaction.CreatedTime + TransactionRecord.ApprovalWindow
            )
            {
                Finish(transaction, TransactionResult.Abandoned);
            }
        }
    }

    /// <summary>Settles all transactions immediately that can be settled.</summary>
    public void SettleNow()
    {
        foreach (var transaction in _all.Where(CanSettle))
        {
            Settle(transaction, world.Now);
        }
    }

    /// <summary>The amount of a charge that is not refunded yet; pending refunds count as refunded.</summary>
    public static decimal Remaining(TransactionRecord transaction) =>
        transaction.Children.Exists(child => child.Type == TransactionType.Void && IsLive(child))
            ? 0
            : transaction.Amount - LiveRefunds(transaction).Sum(refund => refund.Amount);

    public void Touch(TransactionRecord transaction)
    {
        transaction.Revision++;
        transaction.UpdatedTime = world.Now;
    }

    // The customer chooses the first offered method; if all methods are offered, the customer chooses a card, which is stored.
    private void Choose(TransactionRecord transaction)
    {
        if (transaction.Methods is [not InstrumentDetails.Card and var first, ..])
        {
            transaction.Methods = [first];
            return;
        }

        transaction.Methods = [];
        transaction.Instrument = organization
            .Vault.Store(
                organization.Customers[transaction.CustomerId],
                new InstrumentDetails
                {
                    Method = InstrumentDetails.Card,
                    Pan = "4111111111111111",
                    ExpMonth = 12,
                    ExpYear = 2049,
                    HasSecurityCode = true,
                    BillingAddress = transaction.BillingAddress?.DeepClone().AsObject(),
                    UseAsBackup = true,
                }
            )
            .Instrument;
    }

    private void Settle(TransactionRecord transaction, DateTimeOffset? time)
    {
        transaction.SettlementTime = time;
        Touch(transaction);
    }

    private void Apply(TransactionRecord transaction, string result)
    {
        transaction.Result = result;
        transaction.ProcessedTime ??= world.Now;
        transaction.Status = StatusOf(transaction);
        if (!transaction.IsApproved)
        {
            return;
        }

        BookMovement(transaction);
        if (transaction is { Instrument: { } instrument, Type: not (TransactionType.Void or TransactionType.Refund) })
        {
            instrument.IsProven = true;
            instrument.LastPaymentTime = world.Now;
        }
    }

    private void Restate(TransactionRecord? transaction)
    {
        if (transaction is null)
        {
            return;
        }

        // Reversing a refund restores its charge, too.
        transaction.Status = StatusOf(transaction);
        Touch(transaction);
        Restate(transaction.Type == TransactionType.Refund ? ParentOf(transaction) : null);
    }

    private static string StatusOf(TransactionRecord transaction)
    {
        if (!transaction.IsApproved)
        {
            return transaction.IsUnknown ? transaction.Status : TransactionStatus.Completed;
        }

        var children = transaction.Children;
        if (children.Exists(child => child is { Type: TransactionType.Void, IsApproved: true }))
        {
            return TransactionStatus.Voided;
        }

        if (
            children.Exists(child => child is { Type: TransactionType.Void or TransactionType.Refund, IsUnknown: true })
        )
        {
            return TransactionStatus.WaitingRefund;
        }

        var refunded = LiveRefunds(transaction).Sum(refund => refund.Amount);
        if (refunded > 0)
        {
            return refunded >= transaction.Amount ? TransactionStatus.Refunded : TransactionStatus.PartiallyRefunded;
        }

        var captured = children.Exists(child => child.Type == TransactionType.Capture && IsLive(child));
        return transaction.Type == TransactionType.Authorize && !captured
            ? TransactionStatus.WaitingCapture
            : TransactionStatus.Completed;
    }

    private static IEnumerable<TransactionRecord> LiveRefunds(TransactionRecord transaction) =>
        transaction.Children.Where(child =>
            child.Type == TransactionType.Refund && child.Status != TransactionStatus.Voided && IsLive(child)
        );

    private static bool IsLive(TransactionRecord transaction) => transaction.IsApproved || transaction.IsUnknown;

    private static bool CanSettle(TransactionRecord transaction) =>
        transaction is { IsApproved: true, IsBooked: true, SettlementTime: null }
        && transaction.Status != TransactionStatus.Voided
        && transaction.Type
            is TransactionType.Sale
                or TransactionType.Capture
                or TransactionType.Refund
                or TransactionType.Credit;

    private TransactionRecord? ParentOf(TransactionRecord transaction) =>
        transaction.ParentId is null ? null : Find(transaction.ParentId);

    private void BookMovement(TransactionRecord transaction)
    {
        transaction.ProcessedTime ??= world.Now;
        if (transaction.IsBooked || transaction.IsProcessedOutside || KindOf(transaction.Type) is not { } kind)
        {
            return;
        }

        transaction.IsBooked = true;
        world.Book(
            new()
            {
                Account = organization.Account.OrganizationId,
                Kind = kind,
                TransactionId = transaction.Id,
                ParentTransactionId = transaction.ParentId,
                CustomerId = transaction.CustomerId,
                RequestId = transaction.RequestId,
                Description = transaction.Description,
                Amount = transaction.Amount,
                Currency = transaction.Currency,
            }
        );
    }

    private static SandboxMovementKind? KindOf(string type) =>
        type switch
        {
            TransactionType.Authorize => SandboxMovementKind.Authorize,
            TransactionType.Sale => SandboxMovementKind.Sale,
            TransactionType.Capture => SandboxMovementKind.Capture,
            TransactionType.Void => SandboxMovementKind.Void,
            TransactionType.Refund => SandboxMovementKind.Refund,
            TransactionType.Credit => SandboxMovementKind.Credit,
            _ => null,
        };
}
