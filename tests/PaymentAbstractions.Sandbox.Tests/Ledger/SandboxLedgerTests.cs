namespace PaymentAbstractions.Sandbox.Tests.Ledger;

public sealed class SandboxLedgerTests
{
    [Fact]
    public void A_charge_is_found_by_request_description_or_customer()
    {
        var ledger = new SandboxLedger();
        ledger.Book(
            Movement(SandboxMovementKind.Sale, "a") with
            {
                RequestId = "key-1",
                Description = "order 7",
                CustomerId = "cus_1",
            }
        );

        Assert.All(new[] { "key-1", "order 7", "cus_1", "order" }, text => Assert.Equal(1, ledger.CountCharges(text)));
        Assert.Equal(0, ledger.CountCharges("ORDER"));
    }

    [Fact]
    public void Authorizations_and_credits_are_no_charges()
    {
        var ledger = new SandboxLedger();
        ledger.Book(Movement(SandboxMovementKind.Authorize, "a"));
        ledger.Book(Movement(SandboxMovementKind.Credit, "b"));

        Assert.Equal(0, ledger.CountCharges("cus"));
        Assert.Equal(0m, ledger.NetCharged("cus"));
    }

    [Fact]
    public void A_charge_stands_until_it_is_reversed_in_full()
    {
        var ledger = new SandboxLedger();
        ledger.Book(Movement(SandboxMovementKind.Capture, "a"));
        ledger.Book(Movement(SandboxMovementKind.Refund, "b", "a") with { Amount = 4m });
        var partly = (ledger.CountCharges("cus"), ledger.NetCharged("cus"));
        ledger.Book(Movement(SandboxMovementKind.Refund, "c", "a") with { Amount = 6m });

        Assert.Equal((1, 6m), partly);
        Assert.Equal((0, 0m), (ledger.CountCharges("cus"), ledger.NetCharged("cus")));
        Assert.Equal([1L, 2L, 3L], ledger.Movements.Select(movement => movement.Sequence));
    }

    [Fact]
    public void The_void_of_a_refund_brings_the_charge_back()
    {
        var ledger = new SandboxLedger();
        ledger.Book(Movement(SandboxMovementKind.Sale, "a"));
        ledger.Book(Movement(SandboxMovementKind.Refund, "b", "a"));
        ledger.Book(Movement(SandboxMovementKind.Void, "c", "b"));

        Assert.Equal((1, 10m), (ledger.CountCharges("cus"), ledger.NetCharged("cus")));
    }

    [Fact]
    public void Refunds_under_the_id_of_their_charge_add_up()
    {
        var ledger = new SandboxLedger();
        ledger.Book(Movement(SandboxMovementKind.Sale, "a"));
        ledger.Book(Movement(SandboxMovementKind.Refund, "a", "a") with { Amount = 3m });
        ledger.Book(Movement(SandboxMovementKind.Refund, "a", "a") with { Amount = 4m });

        Assert.Equal((1, 3m), (ledger.CountCharges("cus"), ledger.NetCharged("cus")));
    }

    [Fact]
    public void Reversals_of_another_account_do_not_count()
    {
        var ledger = new SandboxLedger();
        ledger.Book(Movement(SandboxMovementKind.Sale, "a"));
        ledger.Book(Movement(SandboxMovementKind.Void, "b", "a") with { Account = "other" });

        Assert.Equal(1, ledger.CountCharges("cus"));
    }

    private static SandboxMovement Movement(SandboxMovementKind kind, string id, string? parent = null) =>
        new()
        {
            Sequence = 0,
            Account = "account",
            Kind = kind,
            TransactionId = id,
            ParentTransactionId = parent,
            CustomerId = "cus_1",
            Amount = 10m,
            Currency = "USD",
            Time = DateTimeOffset.UnixEpoch,
        };
}
