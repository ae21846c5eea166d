using Microsoft.Extensions.Logging;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ResilienceTests
{
    private const string Retrying = """
        {
          "Resilience": { "MaxRetries": 2, "MaxLookupRetries": 2, "RetryDelay": "00:00:01", "FailureRatio": 0.5, "MinThroughput": 3 },
          "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<PaymentOperation, PaymentOutcome, bool> Everything =>
        [
            .. from operation in Enum.GetValues<PaymentOperation>()
            where operation != PaymentOperation.Unknown
            from outcome in Enum.GetValues<PaymentOutcome>()
            from honorsKey in new[] { false, true }
            select (operation, outcome, honorsKey),
        ];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nothing_is_sent_again_but_what_is_proven_unsent_or_has_a_key_that_the_provider_honors(
        PaymentOperation operation,
        PaymentOutcome outcome,
        bool honorsKey
    )
    {
        await using var payments = Start(honorsKey ? [operation] : []);
        payments.Backend.OnExecute = (adapter, call) =>
        {
            var result =
                call.Request is VoidRequest && outcome is PaymentOutcome.Approved or PaymentOutcome.Reversed
                    ? adapter.Approve(call.Request) with
                    {
                        Outcome = outcome,
                    }
                    : RepeatTests.Result(call.Request, outcome);
            return outcome == PaymentOutcome.NotSent ? RepeatTests.GiveUp(call) : RepeatTests.Send(call, result);
        };

        await RunAsync(payments, payments.SendAsync(operation));

        var isSafe = outcome == PaymentOutcome.NotSent || (outcome == PaymentOutcome.Unknown && honorsKey);
        Assert.Equal(isSafe ? 3 : 1, payments.Backend.Executed.Count);
        Assert.Single(payments.Journal.Entries);
    }

    [Fact]
    public async Task A_retry_that_succeeds_is_the_answer_and_is_warned_of()
    {
        await using var payments = Start(TestBackend.Everything.HonorsIdempotencyKey);
        var tries = 0;
        payments.Backend.OnExecute = (adapter, call) =>
            RepeatTests.Send(call, ++tries == 1 ? PaymentResults.Unknown(call.Request) : adapter.Approve(call.Request));

        var result = await RunAsync(payments, payments.SendAsync(PaymentOperation.Sale));

        Assert.True(result.IsApproved);
        Assert.Equal(1, payments.Entry.Attempt);
        Assert.Single(payments.Current.Logs.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task An_unknown_try_stays_unknown_regardless_of_a_retry_without_a_transaction()
    {
        await using var payments = Start(TestBackend.Everything.HonorsIdempotencyKey);
        var tries = 0;
        payments.Backend.OnExecute = (_, call) =>
            ++tries == 1 ? RepeatTests.Send(call, PaymentResults.Unknown(call.Request)) : RepeatTests.GiveUp(call);

        var result = await RunAsync(payments, payments.SendAsync(PaymentOperation.Sale));

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_as_long_as_the_provider_asks()
    {
        await using var payments = Start([]);
        var tries = new List<DateTimeOffset>();
        payments.Backend.OnExecute = (adapter, call) =>
        {
            tries.Add(payments.Clock.GetUtcNow());
            return tries.Count == 1
                ? RepeatTests.Send(call, Limited(call, payments.Clock.GetUtcNow() + TimeSpan.FromSeconds(7)))
                : RepeatTests.Send(call, adapter.Approve(call.Request));
        };

        var result = await RunAsync(payments, payments.SendAsync(PaymentOperation.Sale));

        Assert.True(result.IsApproved);
        Assert.Equal(TimeSpan.FromSeconds(7), tries[1] - tries[0]);
    }

    [Fact]
    public async Task A_rate_limit_beyond_the_bound_is_answered()
    {
        await using var payments = Start([]);
        payments.Backend.OnExecute = (_, call) =>
            RepeatTests.Send(call, Limited(call, payments.Clock.GetUtcNow() + TimeSpan.FromSeconds(11)));

        var result = await payments.SendAsync(PaymentOperation.Sale);

        Assert.Equal(PaymentReason.RateLimited, result.Reason);
        Assert.Single(payments.Backend.Executed);
    }

    [Fact]
    public async Task No_try_begins_after_the_send_by_time()
    {
        await using var payments = Start([]);
        payments.Backend.OnExecute = (_, call) =>
        {
            payments.Clock.Advance(TimeSpan.FromSeconds(60));
            return RepeatTests.GiveUp(call);
        };

        var result = await payments.SendAsync(PaymentOperation.Sale);

        Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
        Assert.Single(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_caller_who_leaves_between_two_tries_ends_them()
    {
        await using var payments = Start([]);
        using var caller = new CancellationTokenSource();
        payments.Backend.OnExecute = (_, call) => RepeatTests.GiveUp(call);
        var sale = payments.Default.SaleAsync(PaymentRequests.Sale(), caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sale);
        Assert.Single(payments.Backend.Executed);
    }

    [Fact]
    public async Task A_gateway_that_fails_too_often_is_left_alone_and_nothing_is_sent()
    {
        await using var payments = Start([]);
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        for (var i = 0; i < 3; i++)
        {
            await payments.SendAsync(PaymentOperation.Sale, $"key-{i}");
        }

        payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));
        var refused = await payments.SendAsync(PaymentOperation.Sale, "while-open");
        payments.Clock.Advance(TimeSpan.FromSeconds(16));
        var after = await payments.SendAsync(PaymentOperation.Sale, "while-open");

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.GatewayUnavailable), (refused.Outcome, refused.Reason));
        Assert.True(after.IsApproved);
        Assert.Equal(4, payments.Backend.Sent);
    }

    [Fact]
    public async Task Declines_and_refusals_open_no_circuit()
    {
        await using var payments = Start([]);
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Declined(call.Request));
        for (var i = 0; i < 10; i++)
        {
            await payments.SendAsync(PaymentOperation.Sale, $"key-{i}");
        }

        Assert.Equal(10, payments.Backend.Sent);
    }

    [Fact]
    public async Task A_look_up_that_fails_is_tried_again()
    {
        await using var payments = Start([]);
        payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("The connection was reset.");

        var found = await RunAsync(
            payments,
            payments.Default.FindAsync(FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default)), Token)
        );

        Assert.Equal(FindStatus.LookupFailed, found.Status);
        Assert.Equal(3, payments.Backend.Found.Count);
    }

    [Fact]
    public async Task A_look_up_that_sees_nothing_is_not_repeated()
    {
        await using var payments = Start([]);

        await payments.Default.FindAsync(FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default)), Token);

        Assert.Single(payments.Backend.Found);
    }

    [Fact]
    public async Task Settings_out_of_range_are_refused_with_their_path()
    {
        var problems = await ConfigurationProblemTests.ProblemsOfAsync(
            """
            {
              "Resilience": { "MaxRetries": 6, "RetryDelay": "soon", "FailureRatio": 2, "RetryWrites": true },
              "Recovery": { "Margin": "00:00:01", "BackOff": "02:00:00" },
              "Journal": { "SendWithin": "01:00:00", "MethodKey": "short", "Kind": "Stone" },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """
        );

        Assert.Equal(
            [
                "Payments:Journal:Kind",
                "Payments:Journal:MethodKey",
                "Payments:Journal:SendWithin",
                "Payments:Recovery:Margin",
                "Payments:Recovery:MaxBackOff",
                "Payments:Resilience:FailureRatio",
                "Payments:Resilience:MaxRetries",
                "Payments:Resilience:RetryDelay",
                "Payments:Resilience:RetryWrites",
            ],
            problems
                .Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)])
                .Order(StringComparer.Ordinal)
        );
    }

    private static PaymentResult Limited(RunningAttempt call, DateTimeOffset retryAt) =>
        PaymentResults.Rejected(call.Request) with
        {
            Reason = PaymentReason.RateLimited,
            RetryAt = retryAt,
        };

    private static ResilientPayments Start(ValueList<PaymentOperation> honorsKey) =>
        new(Retrying, TestBackend.Everything with { HonorsIdempotencyKey = honorsKey });

    /// <summary>Advances the clock until the work is done; every wait is between two tries.</summary>
    private static async Task<T> RunAsync<T>(ResilientPayments payments, Task<T> work)
    {
        while (!work.IsCompleted)
        {
            payments.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        return await work;
    }
}
