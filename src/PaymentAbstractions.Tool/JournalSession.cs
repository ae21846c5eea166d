using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>
/// An open journal with the services that look up and resolve payments as in the application; with settings, also its gateways.
/// </summary>
internal sealed class JournalSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PaymentJournal? _lines;

    private JournalSession(ServiceProvider services, IPaymentJournal journal)
    {
        (_services, Journal) = (services, journal);
        Recovery = services.GetRequiredService<PaymentRecovery>();
        Reconciliation = services.GetRequiredService<PaymentReconciliation>();
        _lines = journal as PaymentJournal;
    }

    public IPaymentJournal Journal { get; }

    /// <summary>
    /// Recovery with the application's rules; without gateways it finds and resolves payments, but does not look them up.
    /// </summary>
    public PaymentRecovery Recovery { get; }

    public PaymentReconciliation Reconciliation { get; }

    public DateTimeOffset Now => Journal.Clock.GetUtcNow();

    /// <exception cref="PaymentConfigurationException">The settings have problems.</exception>
    /// <exception cref="JournalUnavailableException">The journal cannot be opened.</exception>
    public static async Task<JournalSession> OpenAsync(
        JournalPlace place,
        ParseResult parsed,
        SessionKind kind,
        CancellationToken cancellationToken
    )
    {
        var files = place.ConfigOf(parsed);
        var folder = files is [var first, ..]
            ? Path.GetDirectoryName(Path.GetFullPath(first))!
            : Environment.CurrentDirectory;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton<IHostEnvironment>(new SettingsFolder(folder));
        services.AddPayments(ToolSettings.Of(place, parsed, kind == SessionKind.Migration));
        var provider = services.BuildServiceProvider();
        try
        {
            if (kind == SessionKind.Gateways && files.Length > 0)
            {
                MakeGateways(provider);
            }

            var journal = await provider
                .GetRequiredService<JournalAccess>()
                .OpenAsync(cancellationToken)
                .ConfigureAwait(false);
            return new JournalSession(provider, journal);
        }
        catch (Exception exception)
        {
            await provider.DisposeAsync().ConfigureAwait(false);
            if (exception is PaymentConfigurationException configuration && place.IsNamedByOption(parsed))
            {
                throw CommandLineErrors.InWordsOfOptions(configuration);
            }

            throw;
        }
    }

    /// <summary>The payments that hold the guards of a payment, and those that wait for them.</summary>
    public async Task<IReadOnlyList<GuardOutput>> GetGuardsAsync(
        JournalEntry entry,
        CancellationToken cancellationToken
    )
    {
        var guards = new List<GuardOutput>();
        foreach (var guard in entry.Intent.Guards)
        {
            var line = _lines is null
                ? []
                : await _lines.GetTicketsAsync(guard.Name, cancellationToken).ConfigureAwait(false);
            guards.Add(GuardOutput.Of(guard.Name, line, Now));
        }

        return guards;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void MakeGateways(ServiceProvider provider)
    {
        try
        {
            provider.GetRequiredService<IPaymentGateways>();
        }
        catch (PaymentConfigurationException exception)
        {
            var names = provider.GetServices<PaymentProvider>().Select(one => one.Name).Order(StringComparer.Ordinal);
            throw new PaymentConfigurationException([
                .. exception.Problems,
                $"This tool includes the providers {string.Join(" and ", names)}. An application with other providers must look up and resolve payments itself, with "
                    + "IPaymentRecovery; to close a payment manually with this tool, specify its journal with --sqlite or --postgres.",
            ]);
        }
    }
}
