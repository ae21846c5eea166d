using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>Holds the current snapshot and swaps it when the configuration changes.</summary>
internal sealed class PaymentGateways : IPaymentGateways, IDisposable
{
    private readonly IConfigurationSection _configuration;
    private readonly SnapshotBuilder _builder;
    private readonly GatewayDirectory _directory;
    private readonly ILogger _logger;
    private readonly IDisposable _reload;
    private readonly Lock _reloading = new();
    private bool _changedMeanwhile;
    private volatile IReadOnlyList<string> _reloadProblems = [];

    public PaymentGateways(
        PaymentsRegistration registration,
        SnapshotBuilder builder,
        GatewayDirectory directory,
        KeyRouting routing,
        ILoggerFactory? loggers = null
    )
    {
        _directory = directory;
        Routing = routing;
        _configuration = registration.Configuration;
        _builder = builder;
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("PaymentAbstractions");
        Default = new DefaultGateway(this);
        lock (_reloading)
        {
            // Followed before it is read, so that a change in between is not lost; the lock keeps it waiting until here is done.
            _reload = ChangeToken.OnChange(_configuration.GetReloadToken, Reload);
            try
            {
                directory.Snapshot = builder.Build(_configuration);
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
    }

    public IReadOnlyList<string> Names => Snapshot.Names;

    public IPaymentGateway Default { get; }

    public IReadOnlyList<string> ReloadProblems => _reloadProblems;

    public GatewaySnapshot Snapshot => _directory.Snapshot!;

    public KeyRouting Routing { get; }

    public IPaymentGateway Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new NamedGateway(this, Snapshot.NameOf(name));
    }

    public void Dispose() => _reload.Dispose();

    private void Reload()
    {
        lock (_reloading)
        {
            // The lock lets its own thread in: a provider that changes the configuration while the first snapshot is made.
            if (_directory.Snapshot is null)
            {
                _changedMeanwhile = true;
                return;
            }

            try
            {
                _directory.Snapshot = _builder.Build(_configuration);
                _reloadProblems = [];
                Log.Reloaded(_logger, Snapshot.DefaultName);
            }
            catch (PaymentConfigurationException exception)
            {
                _reloadProblems = exception.Problems;
                Log.ReloadRefused(_logger, exception.Message);
            }
#pragma warning disable CA1031 // A provider's mistake must not end the thread that watches the configuration.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The message may hold the value of an option.
                var problem = $"{_configuration.Path}: could not be built, {exception.GetType().Name}.";
                _reloadProblems = [problem];
                Log.ReloadRefused(_logger, problem);
            }
        }
    }
}
