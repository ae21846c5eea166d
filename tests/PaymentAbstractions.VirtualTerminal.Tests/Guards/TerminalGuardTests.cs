using System.Diagnostics;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Operations that must not run side by side, in one process and in two that share a journal.</summary>
public sealed class TerminalGuardTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("terminal-guards-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_equal_charge_waits_for_the_one_under_way_and_another_does_not(bool isOtherProcess)
    {
        var (first, second) = Two(isOtherProcess);
        var signal = new TaskCompletionSource();
        first.Stub.On(VirtualTerminalStub.Add, StubAnswer.Held(signal.Task, Txn.Sale().Ok()), Txn.Sale().Ok());

        var held = first.Gateway.SaleAsync(Sale("key-1"), Token);
        await WritesAsync(first.Stub, 1);
        var equal = second.Gateway.SaleAsync(Sale("key-2"), Token);
        await second.Gateway.SaleAsync(Sale("key-3", 1), Token);

        Assert.Equal(2, first.Stub.Writes.Count);
        Assert.False(held.IsCompleted || equal.IsCompleted);
        signal.SetResult();
        Assert.True((await held).IsApproved);
        await equal;
        Assert.Equal(3, first.Stub.Writes.Count);
        await DisposeAsync(first, second);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_second_of_two_equal_charges_knows_what_the_first_one_made(bool isOtherProcess)
    {
        var (first, second) = Two(isOtherProcess);
        var signal = new TaskCompletionSource();
        first
            .Stub.On(
                VirtualTerminalStub.Add,
                StubAnswer.Held(signal.Task, Txn.Sale(id: 501240).Ok()),
                StubAnswer.Reset()
            )
            .Lists(7001, Txn.List().Ok(), Txn.List(Txn.Sale(key: "key-1", id: 501240).With("Description", null)).Ok());

        var made = first.Gateway.SaleAsync(Sale("key-1"), Token);
        await WritesAsync(first.Stub, 1);
        var lost = second.Gateway.SaleAsync(Sale("key-2"), Token);
        signal.SetResult();
        await made;
        Assert.Equal(PaymentOutcome.Unknown, (await lost).Outcome);

        var entry = await second.EntryAsync("key-2");
        Assert.Equal(["501240"], entry.Intent.Hints!.KnownTransactionIds);
        await DisposeAsync(first, second);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 40)]
    [InlineData(true, 0)]
    [InlineData(true, 40)]
    public async Task Sixteen_equal_charges_at_once_are_all_sent_on_a_fast_host_and_a_slow_one(
        bool isOtherProcess,
        int milliseconds
    )
    {
        var (first, second) = Two(isOtherProcess);
        first.Stub.On(
            VirtualTerminalStub.Add,
            [.. Enumerable.Range(0, 16).Select(i => After(milliseconds, Txn.Sale(key: "any", id: 501240 + i).Ok()))]
        );
        using var end = new CancellationTokenSource();
        var passing = PassAsync([first.Clock, second.Clock], end.Token);

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i => (i % 2 == 0 ? first : second).Gateway.SaleAsync(Sale($"key-{i}"), Token))
        );
        await end.CancelAsync();
        await passing;

        Assert.Equal(16, first.Stub.Writes.Count);
        Assert.DoesNotContain(results, result => result.Reason == PaymentReason.Busy);
        await DisposeAsync(first, second);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_equal_charge_after_a_lost_answer_is_never_mistaken_for_the_lost_one(bool isOtherProcess)
    {
        var (first, second) = Two(isOtherProcess);
        var made = Txn.Sale(key: "none", id: 501241).With("Description", null);
        first
            .Stub.On(VirtualTerminalStub.Add, StubAnswer.Reset(), made.Ok())
            .Lists(7001, Txn.List().Ok())
            .Shows(501241, made.Ok());
        var lost = await first.Gateway.SaleAsync(Sale("key-1"), Token);
        var equal = await second.Gateway.SaleAsync(Sale("key-2"), Token);
        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (lost.Outcome, equal.Outcome));

        // The provider drops descriptions and shows the only existing charge.
        first.Stub.Lists(7001, Txn.List(made).Ok());
        first.Clock.Advance(TimeSpan.FromMinutes(30));
        second.Clock.Advance(TimeSpan.FromMinutes(30));
        var again = await second.Gateway.SaleAsync(Sale("key-1"), Token);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
        Assert.Null((await first.EntryAsync("key-1")).Outcome!.Transaction);
        Assert.Equal(2, first.Stub.Writes.Count);
        await DisposeAsync(first, second);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_waiting_has_sent_nothing_and_delays_no_other()
    {
        var (first, second) = Two(isOtherProcess: true);
        var signal = new TaskCompletionSource();
        first.Stub.On(
            VirtualTerminalStub.Add,
            StubAnswer.Held(signal.Task, Txn.Sale().Ok()),
            Txn.Sale(key: "key-3").Ok()
        );
        using var leaving = new CancellationTokenSource();

        var held = first.Gateway.SaleAsync(Sale("key-1"), Token);
        await WritesAsync(first.Stub, 1);
        var left = second.Gateway.SaleAsync(Sale("key-2"), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        signal.SetResult();
        await held;
        var third = await second.Gateway.SaleAsync(Sale("key-3"), Token);

        Assert.True(third.IsApproved);
        Assert.Equal(2, first.Stub.Writes.Count);
        await DisposeAsync(first, second);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refunds_of_a_sale_that_the_journal_has_not_seen_never_pay_more_than_it(bool isOtherProcess)
    {
        var (first, second) = Two(isOtherProcess);
        first.Stub.Shows(Txn.Id, Txn.Sale().InStatus("Settled").Ok()).On(VirtualTerminalStub.Add, Txn.Credit(30).Ok());

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => (i % 2 == 0 ? first : second).Gateway.RefundAsync(Some.Refund(30, key: $"key-{i}"), Token))
        );

        Assert.Single(first.Stub.Writes);
        Assert.Single(results, result => result.IsApproved);
        await DisposeAsync(first, second);
    }

    [Fact]
    public async Task A_key_that_a_person_declared_unsent_is_sent_again_at_once()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, StubAnswer.Reset(), Txn.Sale().Ok());
        var sale = Some.Sale();
        var lost = await fixture.Gateway.SaleAsync(sale, Token);

        fixture.Clock.Advance(TimeSpan.FromHours(1));
        await fixture.DeclareUnsentAsync(sale);
        var again = await fixture.Gateway.SaleAsync(sale, Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (lost.Outcome, again.Outcome));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (VirtualTerminalFixture First, VirtualTerminalFixture Second) Two(bool isOtherProcess)
    {
        (string, string?)[] settings = [("EnableRefunds", "true")];
        if (!isOtherProcess)
        {
            var one = new VirtualTerminalFixture(settings);
            return (one, one);
        }

        var path = Path.Combine(_folder.FullName, "payments.db");
        var first = VirtualTerminalFixture.Sharing(path, new VirtualTerminalStub(), settings);
        return (first, VirtualTerminalFixture.Sharing(path, first.Stub, settings));
    }

    private static async Task DisposeAsync(VirtualTerminalFixture first, VirtualTerminalFixture second)
    {
        await first.DisposeAsync();
        if (second != first)
        {
            await second.DisposeAsync();
        }
    }

    private static SaleRequest Sale(string key, decimal amount = 49.90m) =>
        Some.Sale(amount, key: key) with
        {
            AdditionalPayment = true,
        };

    // Runs the clocks of both processes, so that a request that waits too long is refused.
    private static async Task PassAsync(IReadOnlyList<SandboxClock> clocks, CancellationToken end)
    {
        var running = Stopwatch.StartNew();
        while (!end.IsCancellationRequested)
        {
            foreach (var clock in clocks)
            {
                clock.SetUtcNow(ConformanceHarness.Start + running.Elapsed);
            }

            await Task.Delay(2, CancellationToken.None);
        }
    }

    private static StubAnswer After(int milliseconds, StubAnswer then) =>
        new(async cancellationToken =>
        {
            await Task.Delay(milliseconds, cancellationToken);
            return await then.RespondAsync(cancellationToken);
        });

    private static async Task WritesAsync(StubProvider stub, int count)
    {
        while (stub.Writes.Count < count)
        {
            await Task.Delay(5, Token);
        }
    }
}
