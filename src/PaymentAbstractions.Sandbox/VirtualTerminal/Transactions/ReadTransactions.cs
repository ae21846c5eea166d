using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Reads one transaction, or the unsettled transactions of a customer.</summary>
internal sealed class ReadTransactions(VirtualTerminalWorld world)
{
    public SandboxResponse One(VirtualTerminalCall call, long id)
    {
        if (call.Merchant.Book.Find(id) is not { } transaction)
        {
            return Refusals.TransactionNotFound;
        }

        var json = TransactionJson.Of(transaction, world.Profile);
        if (world.Profile.GetShowsIdZero)
        {
            json["ID"] = 0;
        }

        return WireJson.Ok(json, world.Profile);
    }

    public SandboxResponse NotSettled(VirtualTerminalCall call, long customerId)
    {
        if (call.Merchant.Vault.FindCustomer(customerId) is null)
        {
            return Refusals.CustomerNotFound;
        }

        var listed = call.Merchant.Book.NotSettledOf(customerId).Where(IsListed).ToList();
        return WireJson.Ok(
            new JsonObject
            {
                ["TransactionCount"] = listed.Count,
                ["Transactions"] =
                    listed.Count == 0
                        ? null
                        : new JsonArray([
                            .. listed.Select(transaction => TransactionJson.Of(transaction, world.Profile)),
                        ]),
            },
            world.Profile
        );
    }

    private bool IsListed(TransactionRecord transaction) =>
        transaction.Type switch
        {
            TransactionType.Authorization => world.Profile.ListsAuthorizations,
            TransactionType.Credit => world.Profile.ListsCredits,
            _ => true,
        };
}
