namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The page behind approvalUrl, where the customer approves or cancels.</summary>
internal static class ApprovalPage
{
    public static SandboxResponse Handle(SandboxRequest request, Organization organization, string transactionId)
    {
        if (organization.Book.Find(transactionId) is not { } transaction)
        {
            return Page("Unknown payment", "<p>There is no such payment.</p>", 404);
        }

        var isOpen = transaction is { Status: TransactionStatus.WaitingApproval, IsUnknown: true };
        switch (request.Method)
        {
            case "GET" when isOpen:
                organization.Events.Redirected(transaction, request);
                return Choice(transaction);
            case "GET":
                return Outcome(transaction);
            case "POST" when isOpen:
                return Decide(request, organization, transaction);
            case "POST":
                return Outcome(transaction, 409);
            default:
                return Page("Not allowed", "<p>Use GET or POST.</p>", 405);
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
            return Page("Not understood", "<p>Send decision=approve or decision=cancel.</p>", 422);
        }

        organization.Book.Finish(
            transaction,
            decision == "approve" ? transaction.Decision.Result : TransactionResult.Canceled
        );
        if (transaction.RedirectUrl is not { } redirect)
        {
            return Outcome(transaction);
        }

        var target = redirect
            .Replace("{id}", transaction.Id, StringComparison.Ordinal)
            .Replace("{result}", transaction.Result, StringComparison.Ordinal);
        organization.Events.Returned(transaction, request, target);
        return new SandboxResponse { Status = 303 }.WithHeader("Location", target);
    }

    private static SandboxResponse Choice(TransactionRecord transaction)
    {
        var amount = System.FormattableString.Invariant($"{transaction.Amount} {transaction.Currency}");
        return Page(
            "Approve this payment?",
            $"""
            <p>{CustomerPage.Encode(amount)}, {CustomerPage.Encode(transaction.Id)}</p>
            <form method="post"><button type="submit" name="decision" value="approve">Approve</button></form>
            <form method="post"><button type="submit" class="second" name="decision" value="cancel">Cancel</button></form>
            <p class="hint">This page stands for the one of the card's bank.</p>
            """,
            redirect: transaction.RedirectUrl
        );
    }

    private static SandboxResponse Outcome(TransactionRecord transaction, int status = 200) =>
        Page(
            "Payment",
            $"<p>The payment {CustomerPage.Encode(transaction.Id)} is {CustomerPage.Encode(transaction.Result)}.</p>",
            status
        );

    private static SandboxResponse Page(string title, string body, int status = 200, string? redirect = null) =>
        CustomerPage.Of(
            title,
            body,
            Uri.TryCreate(redirect, UriKind.Absolute, out var shop) ? shop : null,
            status: status
        );
}
