namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The transactions of an account, and their entries in the ledger.</summary>
internal sealed class TransactionBook(VirtualTerminalSandboxAccount account, VirtualTerminalWorld world)
{
    private readonly List<TransactionRecord> _all = [];

    public TransactionRecord? Find(long id) => _all.Find(transaction => transaction.Id == id);

    public IEnumerable<TransactionRecord> NotSettledOf(long customerId) =>
        _all.Where(transaction =>
            transaction.CustomerId == customerId && transaction.Status == TransactionStatus.NotSettled
        );

    /// <summary>Whether a transaction of the same type, card and amount was approved within a time and is still in effect.</summary>
    public bool HasTwin(TransactionOrder order, PaymentMethodRecord method, TimeSpan window) =>
        _all.Exists(transaction =>
            transaction.Order.Type == order.Type
            && transaction.Order.Amount == order.Amount
            && transaction.Method.CardType == method.CardType
            && transaction.Method.CardLast4 == method.CardLast4
            && transaction.Status is TransactionStatus.NotSettled or TransactionStatus.Settled
            && world.Now - transaction.CreatedTime < window
        );

    public void Enter(TransactionRecord transaction)
    {
        _all.Add(transaction);
        if (transaction.Status == TransactionStatus.Failed)
        {
            return;
        }

        var kind = transaction.Type switch
        {
            TransactionType.Sale => SandboxMovementKind.Sale,
            TransactionType.Authorization => SandboxMovementKind.Authorize,
            _ => SandboxMovementKind.Credit,
        };
        Note(transaction, kind, parent: null);
    }

    public void Capture(TransactionRecord transaction, decimal amount)
    {
        transaction.Type = TransactionType.Sale;
        transaction.TotalAmount = amount;
        transaction.CaptureAmount = amount;
        transaction.ProcessedTime = world.Now;
        Note(transaction, SandboxMovementKind.Capture, transaction.Id);
    }

    public void Void(TransactionRecord transaction)
    {
        transaction.Status = TransactionStatus.Voided;
        Note(transaction, SandboxMovementKind.Void, transaction.Id);
    }

    /// <summary>Settles the transactions in the batch that meet a condition.</summary>
    public void Settle(Func<TransactionRecord, bool> isDue)
    {
        foreach (var transaction in _all)
        {
            if (
                transaction is { Status: TransactionStatus.NotSettled, IsOpenAuthorization: false }
                && isDue(transaction)
            )
            {
                transaction.Status = TransactionStatus.Settled;
            }
        }
    }

    private void Note(TransactionRecord transaction, SandboxMovementKind kind, long? parent) =>
        world.Book(
            new()
            {
                Account = account.Mid,
                Kind = kind,
                TransactionId = Text(transaction.Id),
                ParentTransactionId = parent is { } id ? Text(id) : null,
                CustomerId = Text(transaction.CustomerId),
                Description = transaction.Order.Description,
                CustomerPONumber = transaction.Order.CustomerPONumber,
                Amount = transaction.TotalAmount,
                Currency = "USD",
                DataLevel = transaction.Order.Level,
                TaxAmount = transaction.Order.TaxAmount,
                ShippingAmount = transaction.Order.ShippingAmount,
                LineItems = [.. transaction.Order.Lines.Select(Booked)],
            }
        );

    private static SandboxLineItem Booked(OrderLine line) =>
        new()
        {
            ProductCode = line.Product.Code,
            Quantity = line.Quantity,
            Price = line.Price,
            Total = line.Total,
        };

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
