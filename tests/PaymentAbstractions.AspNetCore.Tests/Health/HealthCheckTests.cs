using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NSubstitute;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.AspNetCore.Tests;

public sealed class HealthCheckTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly IPaymentGateways _gateways = Substitute.For<IPaymentGateways>();
    private readonly InMemoryPaymentJournal _journal;
    private ServiceProvider? _services;

    public HealthCheckTests()
    {
        _journal = new InMemoryPaymentJournal(null, _clock);
        _gateways.ReloadProblems.Returns([]);
        _gateways.Names.Returns(["cards", "bank"]);
        _gateways.Default.Name.Returns("cards");
        _gateways.GetStatus(Arg.Any<string>()).Returns(call => Status(call.Arg<string>()));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_is_well_at_first()
    {
        var report = await CheckAsync();

        Assert.Equal(
            ["payments_configuration", "payments_doubt", "payments_gateways", "payments_journal"],
            report.Entries.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(report.Entries.Values, entry => Assert.Equal(HealthStatus.Healthy, entry.Status));
        Assert.All(report.Entries.Values, entry => Assert.Equal(["payments"], entry.Tags));
    }

    [Fact]
    public async Task Names_tags_and_the_status_of_a_failure_can_be_chosen()
    {
        _gateways
            .GetStatus(Arg.Any<string>())
            .Returns(call => Status(call.Arg<string>()) with { Circuit = GatewayCircuitState.Open });

        var report = await CheckAsync(builder =>
            builder.AddPayments(prefix: "shop", failureStatus: HealthStatus.Degraded, tags: ["ops"])
        );

        var entry = report.Entries["shop_gateways"];
        Assert.Equal((HealthStatus.Degraded, "payments,ops"), (entry.Status, string.Join(',', entry.Tags)));
    }

    [Fact]
    public async Task A_change_of_the_configuration_that_is_refused_degrades()
    {
        _gateways.ReloadProblems.Returns(["Payments:Gateways:cards:Provider: names no provider."]);

        var entry = await CheckAsync("configuration");

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("cards:Provider: names no provider.", entry.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cards", HealthStatus.Unhealthy)]
    [InlineData("bank", HealthStatus.Degraded)]
    public async Task An_open_circuit_of_the_default_fails_and_of_another_gateway_degrades(
        string open,
        HealthStatus expected
    )
    {
        var until = _clock.GetUtcNow() + TimeSpan.FromSeconds(15);
        _gateways
            .GetStatus(open)
            .Returns(Status(open) with { Circuit = GatewayCircuitState.Open, OpensAgainAt = until });

        var entry = await CheckAsync("gateways");

        Assert.Equal(expected, entry.Status);
        Assert.Contains(
            $"{open} (Test, Live): circuit Open until {until:u}",
            entry.Description,
            StringComparison.Ordinal
        );
        Assert.Equal(["bank", "cards"], entry.Data.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_gateway_that_failed_recently_degrades_until_it_answers_or_the_window_is_over()
    {
        var failed = Status("bank") with
        {
            ConsecutiveFailures = 2,
            LastFailure = PaymentReason.ConnectionFailed,
            LastFailureAt = _clock.GetUtcNow(),
        };
        _gateways.GetStatus("bank").Returns(failed);
        var recent = await CheckAsync("gateways");
        _gateways.GetStatus("bank").Returns(failed with { ConsecutiveFailures = 0 });
        var answered = await CheckAsync("gateways");
        _gateways.GetStatus("bank").Returns(failed);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var old = await CheckAsync("gateways");

        Assert.Equal(HealthStatus.Degraded, recent.Status);
        Assert.Contains(
            "2 failures in a row, the last one ConnectionFailed",
            recent.Description,
            StringComparison.Ordinal
        );
        Assert.Equal(HealthStatus.Healthy, answered.Status);
        Assert.Equal(HealthStatus.Healthy, old.Status);
    }

    [Theory]
    [InlineData(29, HealthStatus.Healthy)]
    [InlineData(30, HealthStatus.Degraded)]
    [InlineData(719, HealthStatus.Degraded)]
    [InlineData(720, HealthStatus.Unhealthy)]
    public async Task The_age_of_the_oldest_payment_in_doubt_degrades_and_fails(int minutes, HealthStatus expected)
    {
        await BeginAsync("doubt");
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        await BeginAsync("newer");

        var entry = await CheckAsync("doubt");

        Assert.Equal(expected, entry.Status);
        Assert.Contains("under the key doubt", entry.Description, StringComparison.Ordinal);
        Assert.Equal(minutes * 60d, entry.Data["ageInSeconds"]);
    }

    [Theory]
    [InlineData(false, HealthStatus.Healthy)]
    [InlineData(true, HealthStatus.Unhealthy)]
    public async Task A_payment_that_waits_counts_only_when_that_is_chosen(bool includePending, HealthStatus expected)
    {
        var entry = await BeginAsync("waits");
        var pending = JournalOutcome.Of(PaymentResults.Pending(PaymentRequests.Sale(key: "waits")));
        await _journal.CompleteAsync(entry.Key, entry.Attempt, pending, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromDays(2));

        var report = await CheckAsync(builder =>
            builder.AddPayments(options => options.IncludePending = includePending)
        );

        Assert.Equal(expected, report.Entries["payments_doubt"].Status);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_fails_without_the_text_of_the_database()
    {
        var journal = Substitute.For<IPaymentJournal>();
        journal
            .GetUnresolvedAsync(Arg.Any<JournalQuery>(), Arg.Any<CancellationToken>())
            .Returns<IAsyncEnumerable<JournalEntry>>(_ => throw new InvalidOperationException("Password=hunter2"));

        var report = await CheckAsync(builder => builder.AddPayments(), journal);

        Assert.All(
            ["payments_journal", "payments_doubt"],
            name =>
            {
                var entry = report.Entries[name];
                Assert.Equal(HealthStatus.Unhealthy, entry.Status);
                Assert.Contains("cannot be read", entry.Description, StringComparison.Ordinal);
                Assert.DoesNotContain("hunter2", $"{entry.Description}{entry.Exception}", StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_journal_that_takes_no_payments_fails_and_one_that_warns_degrades()
    {
        var journal = Substitute.For<IPaymentJournal>();
        journal
            .GetUnresolvedAsync(Arg.Any<JournalQuery>(), Arg.Any<CancellationToken>())
            .Returns(AsyncEnumerable.Empty<JournalEntry>());
        journal.Health.Returns(
            new JournalHealth
            {
                IsOpenForSends = false,
                LastFailure = new JournalFailure { Kind = JournalFailureKind.DiskFull, Message = "The disk is full." },
            }
        );
        var closed = (await CheckAsync(builder => builder.AddPayments(), journal)).Entries["payments_journal"];
        journal.Health.Returns(new JournalHealth { IsOpenForSends = true, Warning = "It is nearly full." });
        var warned = (await CheckAsync(builder => builder.AddPayments(), journal)).Entries["payments_journal"];

        Assert.Equal(HealthStatus.Unhealthy, closed.Status);
        Assert.Contains("The disk is full.", closed.Description, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Degraded, "It is nearly full."), (warned.Status, warned.Description));
    }

    [Fact]
    public async Task A_check_ends_when_it_is_canceled()
    {
        var journal = Substitute.For<IPaymentJournal>();
        journal
            .GetUnresolvedAsync(Arg.Any<JournalQuery>(), Arg.Any<CancellationToken>())
            .Returns(call => HangAsync(call.Arg<CancellationToken>()));
        using var source = new CancellationTokenSource();

        var checking = CheckAsync(builder => builder.AddPayments(), journal, source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking);
    }

    [Fact]
    public void Options_out_of_their_range_are_all_named()
    {
        var refused = Assert.Throws<PaymentConfigurationException>(() =>
            new ServiceCollection()
                .AddHealthChecks()
                .AddPayments(options =>
                {
                    options.DegradedDoubtAge = TimeSpan.FromHours(2);
                    options.UnhealthyDoubtAge = TimeSpan.FromHours(1);
                    options.FailureWindow = TimeSpan.Zero;
                    options.Timeout = TimeSpan.FromHours(1);
                })
        );

        Assert.Equal(3, refused.Problems.Count);
    }

    [Fact]
    public async Task A_real_shop_is_healthy_and_one_with_a_bad_reload_is_not()
    {
        await using var shop = await WebhookShop.StartAsync(configure: payments =>
        {
            payments.UseInMemoryJournal();
            payments.Services.AddHealthChecks().AddPayments();
        });
        var health = shop.Services.GetRequiredService<HealthCheckService>();

        var before = await health.CheckHealthAsync(Token);
        var configuration = shop.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();
        configuration["Payments:Default"] = "nobody";
        ((Microsoft.Extensions.Configuration.IConfigurationRoot)configuration).Reload();
        var after = await health.CheckHealthAsync(Token);

        Assert.Equal(HealthStatus.Healthy, before.Status);
        Assert.Equal(HealthStatus.Degraded, after.Entries["payments_configuration"].Status);
    }

    [Fact]
    public async Task The_default_gateway_is_recognized_behind_a_decorator_with_another_name()
    {
        await using var shop = await WebhookShop.StartAsync(
            configure: payments =>
            {
                payments.UseInMemoryJournal().Use((_, inner) => new Renamed(inner));
                payments.Services.AddHealthChecks().AddPayments();
            },
            settings: [("Resilience:FailureRatio", "0.5"), ("Resilience:MinThroughput", "2")]
        );
        await shop.Sandbox.DisposeAsync();
        for (var i = 0; i < 3; i++)
        {
            await shop.SellAsync();
        }

        var report = await shop.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Contains("rebilly", report.Entries["payments_gateways"].Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["payments_gateways"].Status);
    }

    public void Dispose() => _services?.Dispose();

    private static async IAsyncEnumerable<JournalEntry> HangAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        yield break;
    }

    private static GatewayStatus Status(string name) =>
        new()
        {
            Name = name,
            Provider = "Test",
            Environment = GatewayEnvironment.Live,
            Circuit = GatewayCircuitState.Closed,
        };

    private async Task<HealthReportEntry> CheckAsync(string name) => (await CheckAsync()).Entries[$"payments_{name}"];

    private Task<HealthReport> CheckAsync(
        Func<IHealthChecksBuilder, IHealthChecksBuilder>? add = null,
        IPaymentJournal? journal = null,
        CancellationToken? cancellationToken = null
    )
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton(_gateways);
        services.AddSingleton(journal ?? _journal);
        var builder = services.AddHealthChecks();
        (add ?? (one => one.AddPayments()))(builder);
        _services?.Dispose();
        _services = services.BuildServiceProvider(validateScopes: true);
        return _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(cancellationToken ?? Token);
    }

    private async Task<JournalEntry> BeginAsync(string key)
    {
        var request = PaymentRequests.Sale(key: key) with { OrderReference = new OrderReference(key) };
        var now = _clock.GetUtcNow();
        var decision = await _journal.BeginAsync(
            JournalIntent.Of(
                request,
                "cards",
                GatewayEnvironment.Live,
                AccountFingerprint.Of("Test", "None", "a"),
                "payments",
                now,
                now.AddMinutes(1)
            ),
            Token
        );
        return decision.Entry!;
    }

    private sealed class Renamed(IPaymentGateway inner) : DelegatingPaymentGateway(inner)
    {
        public override string Name => "renamed";
    }
}
