using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Sends an order to the gateway, records its decision and answers.</summary>
internal sealed class ChargeTransaction(VirtualTerminalWorld world)
{
    /// <summary>Charges.</summary>
    /// <param name="merchant">The account.</param>
    /// <param name="order">The order.</param>
    /// <param name="customer">Returns the customer once the gateway has approved or the transaction is recorded.</param>
    /// <param name="method">The card; its id is 0 when it is not stored.</param>
    /// <param name="source">The source of the transaction.</param>
    /// <param name="form">The format of a decline.</param>
    /// <param name="savesMethod">Whether an approved card is stored.</param>
    public SandboxResponse Charge(
        Merchant merchant,
        TransactionOrder order,
        Func<CustomerRecord> customer,
        PaymentMethodRecord method,
        string source,
        VirtualTerminalDeclineForm form,
        bool savesMethod = false
    )
    {
        var directive = order.Directive;
        if (TestGateway.DeclineOf(order, method, merchant, world) is { } decline)
        {
            var failed = directive.IsRecorded ? Enter(TransactionStatus.Failed).Id : 0;
            return Failure(decline, directive, failed, form);
        }

        var transaction = Enter(TransactionStatus.NotSettled);
        if (directive.Error is { } error)
        {
            return Failure(error, directive, directive.IsRecorded ? transaction.Id : 0, form);
        }

        var json = TransactionJson.Of(transaction, world.Profile);
        json["Status"] = directive.Status ?? transaction.Status;
        json["Success"] = true;
        json["Message"] = "Transaction Complete";
        return WireJson.Ok(json, world.Profile);

        TransactionRecord Enter(string status)
        {
            var payer = customer();
            var used =
                savesMethod && status != TransactionStatus.Failed ? merchant.Vault.AddMethod(payer, method) : method;
            return this.Enter(merchant, order, payer, used, source, status);
        }
    }

    private TransactionRecord Enter(
        Merchant merchant,
        TransactionOrder order,
        CustomerRecord customer,
        PaymentMethodRecord method,
        string source,
        string status
    )
    {
        var transaction = new TransactionRecord
        {
            Id = world.NextTransactionId(),
            Order = order,
            Type = order.Type,
            TotalAmount = order.Amount,
            Status = status,
            Source = source,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            Method = method,
            Shipping =
                order is { SavesShipping: true, Shipping: { } address } && status != TransactionStatus.Failed
                    ? merchant.Vault.AddAddress(customer, address)
                    : order.Shipping,
            CreatedTime = world.Now,
            ProcessedTime = world.Now,
        };
        merchant.Book.Enter(transaction);
        return transaction;
    }

    private SandboxResponse Failure(string text, TerminalDirective directive, long id, VirtualTerminalDeclineForm form)
    {
        var message = world.WithReference(text);
        var status = directive.Http ?? (form == VirtualTerminalDeclineForm.Ok200WithSuccessFalse ? 200 : 400);
        return status == 200
            ? WireJson.Ok(
                new JsonObject
                {
                    ["ID"] = id,
                    ["Success"] = false,
                    ["Message"] = message,
                },
                world.Profile
            )
            : Refusals.BadRequest(message, status);
    }
}
