using System.Net;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The page behind approvalUrl, where the customer approves or cancels.</summary>
internal static class ApprovalPage
{
    public static SandboxResponse Handle(SandboxRequest request, Organization organization, string transactionId)
    {
        if (organization.Book.Find(transactionId) is not { } transaction)
        {
            return SandboxResponse.Html(404, Page("Unknown payment", "There is no such payment."));
        }

        var isOpen = transaction is { Status: TransactionStatus.WaitingApproval, IsUnknown: true };
        switch (request.Method)
        {
            case "GET" when isOpen:
                organization.Events.Redirected(transaction, request);
                return SandboxResponse.Html(200, Choice(transaction));
            case "GET":
                return SandboxResponse.Html(200, Outcome(transaction));
            case "POST" when isOpen:
                return Decide(request, organization, transaction);
            case "POST":
                return SandboxResponse.Html(409, Outcome(transaction));
            default:
                return SandboxResponse.Html(405, Page("Not allowed", "Use GET or POST."));
        }
    }

    private static SandboxResponse Decide(
        SandboxRequest request,
        Organization organization,
        TransactionRecord transaction
    )
    {
        var decision = request.Form.GetValueOrDefault("decision");
        if (decision is not ("approve" or "cancel"))
        {
            return SandboxResponse.Html(422, Page("Not understood", "Send decision=approve or decision=cancel."));
        }

        organization.Book.Finish(
            transaction,
            decision == "approve" ? transaction.Decision.Result : TransactionResult.Canceled
        );
        if (transaction.RedirectUrl is not { } redirect)
        {
            return SandboxResponse.Html(200, Outcome(transaction));
        }

        var target = redirect
            .Replace("{id}", transaction.Id, StringComparison.Ordinal)
            .Replace("{result}", transaction.Result, StringComparison.Ordinal);
        organization.Events.Returned(transaction, request, target);
        return new SandboxResponse { Status = 303 }.WithHeader("Location", target);
    }

    private static string Choice(TransactionRecord transaction)
    {
        var amount = System.FormattableString.Invariant($"{transaction.Amount} {transaction.Currency}");
        return Page(
            "Approve this payment?",
            $"""
            {Encode(amount)}, {Encode(transaction.Id)}</p>
            <form method="post"><button name="decision" value="approve">Approve</button></form>
            <form method="post"><button name="decision" value="cancel">Cancel</button></form><p>
            """
        );
    }

    private static string Outcome(TransactionRecord transaction) =>
        Page("Payment", $"The payment {Encode(transaction.Id)} is {Encode(transaction.Result)}.");

    private static string Encode(string value) => WebUtility.HtmlEncode(value);

    private static string Page(string title, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
            <body><h1>{title}</h1><p>{body}</p></body></html>
            """;
}
