using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>The pipeline with the journal and host that applications use.</summary>
public sealed class SqliteJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-journal-").FullName;
    private readonly ManualTimeProvider _clock = new();
    private readonly TestBackend _backend = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder, "payments.db");

    private string Configuration =>
        $$"""
            {
              "Journal": { "Kind": "Sqlite", "Path": "{{Path}}" },
              "Gateways": { "cards": { "Provider": "Test", "Account": "a" } }
            }
            """;

    [Fact]
    public async Task A_payment_survives_the_restart_of_the_host()
    {
        PaymentResult first;
        using (var host = Build(Configuration))
        {
            await host.StartAsync(Token);
            first = await SellAsync(host);
            await host.StopAsync(Token);
        }

        using var again = Build(Configuration);
        await again.StartAsync(Token);
        var second = await SellAsync(again);
        await again.StopAsync(Token);

        Assert.Equal(first, second);
        Assert.Equal(1, _backend.Sent);
    }

    [Fact]
    public async Task Payments_of_a_dead_process_are_recovered_at_start_and_published()
    {
        var handler = new Handler();
        await using (var journal = await OpenAsync())
        {
            // The state that a process leaves when it dies after the send.
            var intent = JournalIntent.Of(
                PaymentRequests.Sale(),
                "cards",
                GatewayEnvironment.Live,
                AccountFingerprint.Of("Test", "None", "a"),
                "payments",
                _clock.GetUtcNow(),
                _clock.GetUtcNow() + TimeSpan.FromMinutes(1)
            );
            await journal.BeginAsync(intent, Token);
        }

        _clock.Advance(JournaledPayments.LongAfter);
        _backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        using var host = Build(Configuration, services => services.AddSingleton<IPaymentResolutionHandler>(handler));
        await host.StartAsync(Token);
        var heard = await handler.Heard.Task.WaitAsync(Token);
        var again = await SellAsync(host);
        await host.StopAsync(Token);

        Assert.True(heard.Result.IsApproved);
        Assert.True(again.IsApproved);
        Assert.Equal(0, _backend.Sent);
    }

    [Fact]
    public async Task The_host_looks_up_on_schedule_and_a_look_up_that_hangs_keeps_no_resolution_waiting()
    {
        var handler = new Handler();
        using var caller = new CancellationTokenSource();
        using var goOn = new ManualResetEventSlim();
        var isLookingUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isSent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = Build(Configuration, services => services.AddSingleton<IPaymentResolutionHandler>(handler));
        await host.StartAsync(Token);
        var gateway = host.Services.GetRequiredService<IPaymentGateway>();
        _backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await gateway.SaleAsync(PaymentRequests.Sale(key: "stuck"), Token);
        _backend.OnFind = (_, _) =>
        {
            isLookingUp.TrySetResult();
            goOn.Wait();
            return FindResult.NotSeen("At last.");
        };
        await UntilAsync(() => isLookingUp.Task.IsCompleted);
        _backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            isSent.SetResult();
            await answer.Task;
            return adapter.Approve(call.Request);
        };
        var sale = gateway.SaleAsync(PaymentRequests.Sale(key: "late") with { AdditionalPayment = true }, caller.Token);
        await isSent.Task;

        await caller.CancelAsync();
        await sale;
        answer.SetResult();
        var heard = await handler.Heard.Task.WaitAsync(Token);
        goOn.Set();
        await host.StopAsync(Token);

        Assert.Equal(("late", true), (heard.IdempotencyKey.Value, heard.Result.IsApproved));
    }

    [Fact]
    public async Task A_handler_that_hangs_keeps_no_look_up_waiting()
    {
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new Handler { Until = noted.Task };
        using var host = Build(Configuration, services => services.AddSingleton<IPaymentResolutionHandler>(handler));
        await host.StartAsync(Token);
        var gateway = host.Services.GetRequiredService<IPaymentGateway>();
        _backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        _backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        await gateway.SaleAsync(PaymentRequests.Sale(key: "one"), Token);
        await UntilAsync(() => handler.Heard.Task.IsCompleted);

        await gateway.SaleAsync(PaymentRequests.Sale(key: "two") with { AdditionalPayment = true }, Token);
        await UntilAsync(() => _backend.Found.Any(found => found.Request.Attempt!.IdempotencyKey.Value == "two"));
        noted.SetResult();
        await host.StopAsync(Token);

        Assert.Equal("one", (await handler.Heard.Task).IdempotencyKey.Value);
    }

    [Fact]
    public async Task A_deploy_waits_for_nothing_and_both_processes_know_what_the_other_has_paid()
    {
        await using var other = await OpenAsync();
        using var host = Build(Configuration);
        await host.StartAsync(Token);

        var first = await SellAsync(host);
        using var second = Build(Configuration);
        await second.StartAsync(Token);
        var again = await SellAsync(second);
        await host.StopAsync(Token);
        await second.StopAsync(Token);

        Assert.Equal(first, again);
        Assert.Equal(1, _backend.Sent);
        Assert.NotNull(await other.FindAsync(new JournalKey(GatewayEnvironment.Live, first.IdempotencyKey), Token));
    }

    [Fact]
    public async Task A_journal_is_chosen_in_code_too()
    {
        await using var payments = new TestPayments(
            """{ "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }""",
            builder => builder.UseSqliteJournal(Path, options => options.KeepDetailsFor = TimeSpan.FromDays(90)),
            clock: _clock
        );

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var journal = payments.Services.GetRequiredService<IPaymentJournal>();
        var key = new JournalKey(GatewayEnvironment.Live, PaymentRequests.Sale().IdempotencyKey);
        var entry = await journal.FindAsync(key, Token);

        Assert.True(entry!.IsApproved);
        Assert.True(journal.Health.IsOpenForSends);
    }

    [Fact]
    public async Task Two_choices_are_one_too_many()
    {
        await using var payments = new TestPayments(Configuration, builder => builder.UseInMemoryJournal());

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways);

        Assert.Contains("chosen 2 times", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundred_concurrent_payments_are_all_recorded()
    {
        await using var payments = new TestPayments(Configuration, clock: _clock);

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    Task.Run(
                        () =>
                            payments.Default.SaleAsync(
                                PaymentRequests.Sale(key: $"key-{i}") with
                                {
                                    OrderReference = new OrderReference($"order-{i}"),
                                },
                                Token
                            ),
                        Token
                    )
                )
        );

        Assert.All(results, result => Assert.True(result is { IsApproved: true, NotRecorded: false }));
        Assert.Equal(100, payments.Backend.Sent);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<PaymentResult> SellAsync(IHost host) =>
        host.Services.GetRequiredService<IPaymentGateway>().SaleAsync(PaymentRequests.Sale(), Token);

    private Task<SqlitePaymentJournal> OpenAsync() =>
        SqlitePaymentJournal.OpenAsync(new SqliteJournalOptions { Path = Path }, _clock, Token);

    // The host may not be waiting yet when the clock advances, so the clock advances until the work is done.
    private async Task UntilAsync(Func<bool> isDone)
    {
        while (!isDone())
        {
            _clock.Advance(JournaledPayments.LongAfter);
            await Task.Delay(20, Token);
        }
    }

    private IHost Build(string json, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.ConfigureContainer(
            new DefaultServiceProviderFactory(
                new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
            )
        );
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(_backend);
        builder.Services.AddPayments(
            new TestConfiguration(json).Payments,
            payments => payments.AddProvider<TestProvider>().AddJournalProvider<SqliteJournalProvider>()
        );
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class Handler : IPaymentResolutionHandler
    {
        public TaskCompletionSource<PaymentResolution> Heard { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when the handler may end.</summary>
        public Task Until { get; init; } = Task.CompletedTask;

        public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
        {
            Heard.TrySetResult(resolution);
            return Until;
        }
    }
}
