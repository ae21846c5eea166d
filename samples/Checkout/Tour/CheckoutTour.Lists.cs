using System.Diagnostics;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    /// <summary>What the provider lists of the customer, who has bought once so far.</summary>
    private async Task ListTransactionsAsync(TransactionReference bought)
    {
        if (!gateways.Get(stage.Gateway).TryGet<ITransactionSearch>(out var search))
        {
            table.Add(Note("list of transactions", "not expressible", 0, ""));
            return;
        }

        var clock = Stopwatch.StartNew();
        var listed = new List<TransactionState>();
        await foreach (var one in search.SearchAsync(new TransactionQuery { CustomerId = stage.Customer.Id }))
        {
            listed.Add(one);
        }

        table.Add(
            Note(
                "list of transactions",
                string.Join(", ", listed.Select(one => $"{one.Type} {one.Outcome} {one.RequestedAmount}")),
                clock.Elapsed.TotalMilliseconds,
                listed is [{ Outcome: PaymentOutcome.Approved } only] && only.Transaction.IsSameTransaction(bought)
                    ? ""
                    : "expected the sale and nothing else"
            )
        );
    }
}
