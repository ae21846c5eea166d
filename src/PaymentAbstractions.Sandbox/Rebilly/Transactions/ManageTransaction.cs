using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The operations on one transaction that move no money: read, patch, query and update.</summary>
internal sealed class ManageTransaction(RebillyWorld world)
{
    public SandboxResponse Read(RebillyCall call, string id) =>
        call.Organization.Book.Find(id) is { } transaction ? Show(call, transaction) : world.Problems.NotFound();

    public SandboxResponse Patch(RebillyCall call, string id)
    {
        if (call.Organization.Book.Find(id) is not { } transaction)
        {
            return world.Problems.NotFound();
        }

        var fields = call.Fields();
        var custom = CustomFieldRules.Read(fields, world.Options.CustomFieldKeys);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        if (custom is not null)
        {
            transaction.CustomFields = custom;
            call.Organization.Book.Touch(transaction);
        }

        return Show(call, transaction);
    }

    /// <summary>Queries the gateway for its result. The transaction is not changed.</summary>
    public SandboxResponse Query(RebillyCall call, string id)
    {
        if (call.Organization.Book.Find(id) is not { } transaction)
        {
            return world.Problems.NotFound();
        }

        var (status, result) = AtGateway(transaction);
        var answer = new JsonObject
        {
            ["transactionId"] = transaction.Id,
            ["result"] = result,
            ["status"] = status,
            ["amount"] = CurrencyRules.Plain(transaction.Amount),
            ["currency"] = transaction.Currency,
        };
        return SandboxResponse
            .Json(201, answer)
            .WithHeader("Location", world.UrlOf(call.Organization, $"transactions/{transaction.Id}"));
    }

    /// <summary>Records a result that the merchant knows. No money moves.</summary>
    public SandboxResponse Update(RebillyCall call, string id)
    {
        if (call.Organization.Book.Find(id) is not { } transaction)
        {
            return world.Problems.NotFound();
        }

        var fields = call.Fields();
        fields.Require("result");
        var result = fields.OneOf(
            "result",
            TransactionResult.Abandoned,
            TransactionResult.Approved,
            TransactionResult.Canceled,
            TransactionResult.Declined
        );
        var currency = fields.Text("currency", 3, CurrencyRules.IsCode) ?? transaction.Currency;
        var amount = fields.Number("amount") ?? transaction.Amount;
        TransactionRequestReader.CheckAmount(fields, amount, currency);
        if (fields.Errors.Count > 0)
        {
            return world.Problems.Invalid(fields.Errors);
        }

        call.Organization.Book.Overrule(transaction, result!, amount, currency);
        return Show(call, transaction);
    }

    private static (string Status, string Result) AtGateway(TransactionRecord transaction)
    {
        if (!transaction.IsUnknown)
        {
            return (transaction.Status, transaction.Result);
        }

        var decision = transaction.Decision;
        return transaction.Status switch
        {
            TransactionStatus.Timeout when decision.IsApproved && transaction.Type == TransactionType.Authorize => (
                TransactionStatus.WaitingCapture,
                decision.Result
            ),
            TransactionStatus.Timeout => (TransactionStatus.Completed, decision.Result),
            TransactionStatus.NeverSent => (transaction.Status, TransactionResult.Canceled),
            _ => (transaction.Status, transaction.Result),
        };
    }

    private SandboxResponse Show(RebillyCall call, TransactionRecord transaction) =>
        SandboxResponse.Json(200, EmbeddedObjects.Of(transaction, call, world));
}
