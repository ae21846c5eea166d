namespace PaymentAbstractions.Tests;

public sealed class FindTests
{
    private static readonly TransactionReference Transaction = new("cards", default, "txn");

    private static readonly TransactionState State = new()
    {
        Transaction = Transaction,
        Type = PaymentOperation.Sale,
        Outcome = PaymentOutcome.Approved,
    };

    [Fact]
    public void A_request_looks_for_a_transaction_or_an_attempt()
    {
        var attempt = new PaymentAttempt
        {
            Operation = PaymentOperation.Sale,
            IdempotencyKey = new IdempotencyKey("key"),
            StartedAt = default,
        };

        Assert.Equal(new FindRequest { Transaction = Transaction }, FindRequest.For(Transaction));
        Assert.Equal(new FindRequest { Attempt = attempt }, FindRequest.For(attempt));
    }

    [Fact]
    public void A_found_result_has_a_state()
    {
        var result = FindResult.Found(State);

        Assert.Equal(FindStatus.Found, result.Status);
        Assert.True(result.IsFound);
        Assert.Same(State, result.State);
        Assert.False((result with { State = null }).IsFound);
    }

    [Fact]
    public void Everything_else_is_not_found_and_says_why()
    {
        var notSeen = FindResult.NotSeen("why");
        var absent = FindResult.ProvenAbsent("why");
        var ambiguous = FindResult.Ambiguous([Transaction], "why");
        var failed = FindResult.LookupFailed("why");

        FindResult[] results = [notSeen, absent, ambiguous, failed];
        Assert.Equal(
            [FindStatus.NotSeen, FindStatus.ProvenAbsent, FindStatus.Ambiguous, FindStatus.LookupFailed],
            results.Select(result => result.Status)
        );
        Assert.All(results, result => Assert.False(result.IsFound));
        Assert.All(results, result => Assert.Equal("why", result.Reason));
        Assert.Equal([Transaction], ambiguous.Candidates);
    }
}
