using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>Holds the current snapshot and replaces it when the configuration of payments changes.</summary>
internal sealed class PaymentGateways : IPaymentGateways, IDisposable
{
    private readonly IConfigurationSection _configuration;
    private readonly string _path;
    private readonly SnapshotBuilder _builder;
    private readonly GatewayDirectory _directory;
    private readonly UsedOptions _used;
    private readonly ILogger _logger;
    private readonly ConfigurationFiles _files;
    private readonly List<IDisposable> _reloads = [];
    private readonly Lock _reloading = new();
    private readonly string _journal;
    private bool _changedMeanwhile;
    private volatile bool _isDisposed;
    private volatile GatewaySnapshot? _snapshot;
    private volatile IReadOnlyList<string> _reloadProblems = [];

    public PaymentGateways(
        PaymentsRegistration registration,
        SnapshotBuilder builder,
        GatewayDirectory directory,
        UsedOptions used,
        OptionChanges changes,
        PaymentGauges gauges,
        PaymentsLog log,
        IConfiguration? root = null
    )
    {
        _configuration = registration.Configuration;
        _path = registration.HasSection ? _configuration.Path : nameof(PaymentsOptions);
        _builder = builder;
        _directory = directory;
        _used = used;
        _logger = log;
        _journal = JournalFingerprint();
        Default = new RoutedGateway(name: null, () => Snapshot.Default, Find);
        _files = new ConfigurationFiles(root, FileNotRead, Reload);
        _reloads.Add(_files);
        try
        {
            Begin(changes);
        }
        catch
        {
            // Without the lock: disposing waits for a reload on another thread, and that one waits for the lock.
            Dispose();
            throw;
        }

        gauges.Begin();
    }

    public IReadOnlyList<string> Names => Snapshot.Names;

    public IPaymentGateway Default { get; }

    public IReadOnlyList<string> ReloadProblems => _files.Problems is { Count: > 0 } unread ? unread : _reloadProblems;

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

    GatewayStatuses IPaymentGateways.Statuses => Snapshot.Statuses;

    public void Dispose()
    {
        _isDisposed = true;
        _reloads.ForEach(reload => reload.Dispose());
    }

    private void Begin(OptionChanges changes)
    {
        lock (_reloading)
        {
            // Followed before it is read, so that a change in between is not lost; the lock keeps it waiting until this is done.
            _reloads.AddRange(changes.All.Select(change => ChangeToken.OnChange(change, Reload)));
            _used.Make(() => Use(_builder.Build(before: null)));
        }

        if (_changedMeanwhile)
        {
            Reload();
        }
    }

    // A file that cannot be read raises no reload.
    private void FileNotRead(string problem, Exception exception) =>
        Log.ConfigurationFileNotRead(_logger, RedactedException.Of(exception), problem);

    private IPaymentGateway? Find(string name) => Snapshot.Find(name);

    private string JournalFingerprint() => ConfigurationFingerprint.Of(_configuration, JournalSection.IsReadOnce);

    /// <returns>An action that notifies the subscribers of the options. Call it without holding the lock.</returns>
    private Action Use(GatewaySnapshot snapshot)
    {
        _directory.Replace(snapshot.Gateways.Select(gateway => gateway.Configured), snapshot.Settings.Recovery);
        _snapshot = snapshot;
        return _used.Replace(snapshot);
    }

    private void Reload()
    {
        Action? publish;
        lock (_reloading)
        {
            if (_isDisposed)
            {
                return;
            }

            // The lock lets its own thread in: a provider that changes the configuration while the first snapshot is made.
            if (_snapshot is not { } before)
            {
                _changedMeanwhile = true;
                return;
            }

            publish = Reload(before);
        }

        publish?.Invoke();
    }

    private Action? Reload(GatewaySnapshot before)
    {
        // A file that could not be read has lost its values. The remaining sources are not the configuration that the application chose.
        if (_files.Problems.Count > 0)
        {
            return null;
        }

        try
        {
            var built = _builder.Build(before);
            if (_files.Problems.Count > 0)
            {
                return null;
            }

            _reloadProblems = [];
            if (built.IsSameAs(before))
            {
                // Something else in the configuration changed, for example a log level, or a bad change was reverted.
                return null;
            }

            var publish = Use(built);
            Log.Reloaded(_logger, Snapshot.DefaultName);
            if (built.Fingerprint != before.Fingerprint && JournalFingerprint() != _journal)
            {
                Log.JournalStays(_logger, $"{_path}:{JournalSection.Key}");
            }

            return publish;
        }
        catch (PaymentConfigurationException exception)
        {
            Refuse(exception.Problems, exception);
        }
#pragma warning disable CA1031 // A fault in a provider must not end the thread that watches the configuration.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The message may contain the value of an option.
            Refuse([$"{_path}: could not be built ({exception.GetType().Name})."], RedactedException.Of(exception));
        }

        return null;
    }

    // One change can be announced several times: for the section and for options that the application itself binds.
    private void Refuse(IReadOnlyList<string> problems, Exception exception)
    {
        var isNew = !problems.SequenceEqual(_reloadProblems, StringComparer.Ordinal);
        _reloadProblems = problems;
        if (isNew)
        {
            Log.ReloadRefused(
                _logger,
                exception,
                exception is PaymentConfigurationException ? exception.Message : problems[0]
            );
        }
    }
}
