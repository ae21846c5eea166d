using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>Holds the current snapshot and swaps it when the payments' own configuration changes.</summary>
internal sealed class PaymentGateways : IPaymentGateways, IDisposable
{
    private readonly IConfigurationSection _configuration;
    private readonly SnapshotBuilder _builder;
    private readonly GatewayDirectory _directory;
    private readonly ILogger _logger;
    private readonly IDisposable _reload;
    private readonly ConfigurationFiles _files;
    private readonly Lock _reloading = new();
    private readonly string _journal;
    private bool _changedMeanwhile;
    private volatile GatewaySnapshot? _snapshot;
    private volatile IReadOnlyList<string> _reloadProblems = [];

    public PaymentGateways(
        PaymentsRegistration registration,
        SnapshotBuilder builder,
        GatewayDirectory directory,
        PaymentGauges gauges,
        PaymentsLog log,
        IConfiguration? root = null
    )
    {
        _configuration = registration.Configuration;
        _builder = builder;
        _directory = directory;
        _logger = log.Logger;
        _journal = JournalFingerprint();
        Default = new RoutedGateway(name: null, () => Snapshot.Default, Find);
        lock (_reloading)
        {
            // Followed before it is read, so that a change in between is not lost; the lock keeps it waiting until this is done.
            _reload = ChangeToken.OnChange(_configuration.GetReloadToken, Reload);
            try
            {
                Use(builder.Build(_configuration, before: null));
            }
            catch
            {
                _reload.Dispose();
                throw;
            }

            if (_changedMeanwhile)
            {
                Reload();
            }
        }

        gauges.Begin();
        _files = new ConfigurationFiles(root, FileNotRead);
    }

    public IReadOnlyList<string> Names => Snapshot.Names;

    public IPaymentGateway Default { get; }

    public IReadOnlyList<string> ReloadProblems => _reloadProblems;

    public GatewaySnapshot Snapshot => _snapshot!;

    public IPaymentGateway Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var configured = Snapshot.NameOf(name);
        return new RoutedGateway(configured, () => Snapshot.Get(configured), Find);
    }

    public GatewayStatus GetStatus(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Snapshot.StatusOf(name);
    }

    public void Dispose()
    {
        _files.Dispose();
        _reload.Dispose();
    }

    // A file that cannot be read raises no reload. The problem lasts until one succeeds.
    private void FileNotRead(string problem, Exception exception)
    {
        Log.ConfigurationFileNotRead(_logger, RedactedException.Of(exception), problem);
        _reloadProblems = [problem];
    }

    private IPaymentGateway? Find(string name) => Snapshot.Find(name);

    private string JournalFingerprint() => ConfigurationFingerprint.Of(_configuration, JournalSection.IsReadOnce);

    private void Use((GatewaySnapshot Snapshot, RecoverySettings Recovery) built)
    {
        _directory.Replace(built.Snapshot.Gateways.Select(gateway => gateway.Configured), built.Recovery);
        _snapshot = built.Snapshot;
    }

    private void Reload()
    {
        lock (_reloading)
        {
            // The lock lets its own thread in: a provider that changes the configuration while the first snapshot is made.
            if (_snapshot is not { } before)
            {
                _changedMeanwhile = true;
                return;
            }

            if (ConfigurationFingerprint.Of(_configuration) == before.Fingerprint)
            {
                // Something else in the configuration changed, a log level for example; or a bad change was taken back.
                _reloadProblems = [];
                return;
            }

            try
            {
                Use(_builder.Build(_configuration, before));
                _reloadProblems = [];
                Log.Reloaded(_logger, Snapshot.DefaultName);
                if (JournalFingerprint() != _journal)
                {
                    Log.JournalStays(_logger, $"{_configuration.Path}:{JournalSection.Key}");
                }
            }
            catch (PaymentConfigurationException exception)
            {
                _reloadProblems = exception.Problems;
                Log.ReloadRefused(_logger, exception, exception.Message);
            }
#pragma warning disable CA1031 // A provider's mistake must not end the thread that watches the configuration.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The message may hold the value of an option.
                var problem = $"{_configuration.Path}: could not be built, {exception.GetType().Name}.";
                _reloadProblems = [problem];
                Log.ReloadRefused(_logger, RedactedException.Of(exception), problem);
            }
        }
    }
}
