using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>POST transaction/capture and transaction/void.</summary>
internal sealed class ChangeTransaction(VirtualTerminalWorld world)
{
    public SandboxResponse Capture(VirtualTerminalCall call)
    {
        if (Find(call) is not { } transaction)
        {
            return Refusals.TransactionNotFound;
        }

        var amount = call.Body.Amount("Amount");
        if (CaptureProblem(transaction, amount) is { } problem)
        {
            return Refusals.Of(400, problem);
        }

        call.Merchant.Book.Capture(transaction, amount!.Value);
        var name = world.Profile.CaptureAnswerId == VirtualTerminalCaptureAnswerId.ID ? "ID" : "TransactionId";
        return Done(name, transaction, "Transaction Captured");
    }

    public SandboxResponse Void(VirtualTerminalCall call)
    {
        if (Find(call) is not { } transaction)
        {
            return Refusals.TransactionNotFound;
        }

        switch (transaction.Status)
        {
            case TransactionStatus.NotSettled:
                call.Merchant.Book.Void(transaction);
                return Done("ID", transaction, "Transaction Voided");
            case TransactionStatus.Voided:
                return Refusals.Of(400, "Transaction Already Void");
            default:
                return Refusals.Of(400, world.WithReference("Only transactions pending settlement can be voided"));
        }
    }

    private string? CaptureProblem(TransactionRecord transaction, decimal? amount)
    {
        if (transaction.WasCaptured)
        {
            return "Transaction is Captured Already";
        }

        if (transaction.Status == TransactionStatus.Voided)
        {
            return "Transaction Already Void";
        }

        if (!transaction.IsOpenAuthorization)
        {
            return world.WithReference("Only authorizations can be captured");
        }

        if (amount is null or 0)
        {
            return "Invalid Amount";
        }

        return amount > transaction.TotalAmount
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Unable to Capture for more than the original amount of ${transaction.TotalAmount:#,0.00}"
            )
            : null;
    }

    private static TransactionRecord? Find(VirtualTerminalCall call) =>
        call.Merchant.Book.Find(call.Body.Id("TransactionId"));

    private SandboxResponse Done(string idName, TransactionRecord transaction, string message) =>
        WireJson.Ok(
            new JsonObject
            {
                [idName] = transaction.Id,
                ["Success"] = true,
                ["Message"] = message,
            },
            world.Profile
        );
}
