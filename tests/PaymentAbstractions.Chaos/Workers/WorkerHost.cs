using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Chaos;

/// <summary>The application: a host with payments, a journal and an address for webhooks, as any checkout has them.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly WebApplication _host;

    private WorkerHost(WebApplication host, DefaultSwitch configuration, ShiftedTime time, CrashPoint crash)
    {
        (_host, Default, Time, Crash) = (host, configuration, time, crash);
    }

    public IServiceProvider Services => _host.Services;

    public DefaultSwitch Default { get; }

    public ShiftedTime Time { get; }

    public CrashPoint Crash { get; }

    public static async Task<WorkerHost> StartAsync(RoleArguments arguments, ChildConsole console)
    {
        var crash = new CrashPoint(console);
        var sabotage = arguments.Choice<Sabotage>("sabotage");
        var configuration = new DefaultSwitch(WorkerConfiguration.Of(arguments));
        var time = new ShiftedTime(TimeSpan.FromSeconds(arguments.Number("ahead")));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(Webhook.AddressAt(arguments.Number("hooks")));
        builder.Services.AddRoutingCore();
        ((IConfigurationBuilder)builder.Configuration).Add(configuration);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IPaymentResolutionHandler>(new HearingHandler(console, crash));
        var payments = builder.Services.AddPayments(builder.Configuration.GetSection("Payments"));
        if (arguments["kind"] == "memory" || sabotage == Sabotage.InMemoryJournal)
        {
            payments.UseInMemoryJournal(options => options.AllowLive = true);
        }
        else
        {
            var place = arguments["journal"];
            if (!IsServer(place))
            {
                Directory.CreateDirectory(place);
            }

            payments.UseJournal(
                async (_, cancellationToken) =>
                    Decorate(
                        await OpenAsync(place, time, isShifted: arguments["clock"] == "jumps", cancellationToken),
                        sabotage,
                        crash
                    )
            );
        }

        builder.Services.PostConfigure<HttpClientFactoryOptions>(
            PaymentTransport.HttpClientName,
            options =>
                options.HttpMessageHandlerBuilderActions.Add(handlers =>
                    handlers.PrimaryHandler = new CrashingHandler(crash, handlers.PrimaryHandler)
                )
        );
        var host = builder.Build();
        host.MapPaymentWebhooks();
        await host.StartAsync();
        return new WorkerHost(host, configuration, time, crash);
    }

    /// <returns>The numbers of payments that were looked up, resolved, and not due.</returns>
    public async Task<IReadOnlyList<string>> RecoverAsync()
    {
        var report = await _host.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync();
        return [$"{report.LookedUp} {report.Resolved} {report.NotDue}"];
    }

    /// <returns>The gateway of the key; null when the journal does not contain the key.</returns>
    public async Task<ChaosGateway?> OwnerOfAsync(OrderKey key) =>
        await _host.Services.GetRequiredService<IPaymentJournal>().FindAsync(key.ToJournalKey()) is { } entry
            ? ChaosGateway.Named(entry.Intent.Gateway)
            : null;

    /// <summary>Closes a payment as a person who has seen at the provider that it had no effect.</summary>
    public async Task CloseAsync(string key)
    {
        var write = await _host
            .Services.GetRequiredService<IPaymentRecovery>()
            .ResolveAsync(
                new IdempotencyKey(key),
                PaymentOutcome.NotSent,
                transaction: null,
                who: "chaos",
                why: "The provider's own record shows no such reversal."
            );
        if (!write.IsRecorded)
        {
            throw new InvalidOperationException($"A person could not close {key}: {write.Status}.");
        }
    }

    /// <returns>The provider's ids of transactions that wait for a customer or a bank.</returns>
    public async Task<IReadOnlyList<string>> WaitingAsync() =>
        [
            .. (await ListAsync())
                .Select(one => one.Entry.Outcome?.Transaction?.TransactionId ?? "")
                .Concat(
                    (await ListAsync()).SelectMany(one => one.Candidates).Select(candidate => candidate.TransactionId)
                )
                .Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <returns>The journal entries of that many orders, each as JSON.</returns>
    public async Task<IReadOnlyList<string>> EntriesAsync(int orders) =>
        [
            .. (await JournalReading.ReadAllAsync(Services.GetRequiredService<IPaymentJournal>(), orders)).Select(
                entry => JsonSerializer.Serialize(entry)
            ),
        ];

    /// <returns>The keys of the entries that the journal has yet to publish; attempts that began again are published with their own
    /// outcome.</returns>
    public async Task<IReadOnlyList<string>> UnpublishedAsync()
    {
        var keys = new List<string>();
        await foreach (var entry in Services.GetRequiredService<IPaymentJournal>().GetUnpublishedAsync())
        {
            if (entry.Outcome is not null)
            {
                keys.Add(entry.Intent.IdempotencyKey.Value);
            }
        }

        return keys;
    }

    /// <returns>The key, gateway, state and reason of each unresolved entry.</returns>
    public async Task<IReadOnlyList<string>> UnresolvedAsync() =>
        [
            .. (await ListAsync()).Select(one =>
                $"{one.Entry.Intent.IdempotencyKey.Value} {one.Entry.Intent.Gateway} {one.Entry.State} {one.LastStatus}: {one.Reason}"
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private async Task<List<UnresolvedPayment>> ListAsync()
    {
        var found = new List<UnresolvedPayment>();
        await foreach (var one in _host.Services.GetRequiredService<IPaymentRecovery>().GetUnresolvedAsync())
        {
            found.Add(one);
        }

        return found;
    }

    /// <summary>Whether the journal is on a server and not in a folder.</summary>
    public static bool IsServer(string place) => place.StartsWith("Host=", StringComparison.Ordinal);

    /// <summary>Opens the journal in a folder or on a server.</summary>
    /// <param name="place">The folder, or the connection string of the server.</param>
    /// <param name="time">The clock of this process.</param>
    /// <param name="isShifted">Whether this clock is used instead of the server's, because time jumps.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static async Task<SqlPaymentJournal> OpenAsync(
        string place,
        TimeProvider time,
        bool isShifted,
        CancellationToken cancellationToken = default
    ) =>
        IsServer(place)
            ? await PostgreSqlPaymentJournal.OpenAsync(
                new PostgreSqlJournalOptions { ConnectionString = place, LockTimeout = TimeSpan.FromSeconds(5) },
                source: null,
                time,
                isShifted ? time : null,
                cancellationToken
            )
            : await SqlitePaymentJournal.OpenAsync(
                new SqliteJournalOptions { Path = Path.Combine(place, "payments.db") },
                time,
                cancellationToken
            );

    private static CrashingJournal Decorate(IPaymentJournal journal, Sabotage sabotage, CrashPoint crash) =>
        sabotage switch
        {
            Sabotage.TimeoutIsFailure => new CrashingJournal(new LyingJournal(journal, PaymentOutcome.NotSent), crash),
            Sabotage.TimeoutIsSuccess => new CrashingJournal(new LyingJournal(journal, PaymentOutcome.Approved), crash),
            Sabotage.NoGuards => new CrashingJournal(new UnguardedJournal(journal), crash),
            _ => new CrashingJournal(journal, crash),
        };
}
