using System.Text.Json;
using System.Xml;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>Tracks the configuration files whose last load failed. Their providers then have no values and raise no reload.</summary>
/// <remarks>Thread-safe. An <c>OnLoadException</c> that the application has set is still called.</remarks>
internal sealed class ConfigurationFiles : IDisposable
{
    private readonly Dictionary<FileConfigurationProvider, Failure> _failed = [];
    private readonly Lock _lock = new();
    private readonly List<FileConfigurationSource> _sources = [];
    private readonly IConfiguration? _root;
    private readonly Action<string, Exception> _onFailure;
    private readonly Action _onRead;

    /// <param name="root">The configuration of the application; without one, no file is monitored.</param>
    /// <param name="onFailure">Receives the problem, without the text of the file, and the exception, which may quote the file.</param>
    /// <param name="onRead">Called when a file that could not be read has been read.</param>
    public ConfigurationFiles(IConfiguration? root, Action<string, Exception> onFailure, Action onRead)
    {
        _root = root;
        _onFailure = onFailure;
        _onRead = onRead;
        foreach (var source in FilesOf(root).Select(file => file.Source).Distinct())
        {
            source.OnLoadException += Report;
            _sources.Add(source);
        }
    }

    /// <summary>One problem for each file of the configuration whose last load failed.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_lock)
            {
                // The application may have removed a file from its configuration.
                return _failed.Count == 0
                    ? []
                    :
                    [
                        .. FilesOf(_root)
                            .Select(file => _failed.GetValueOrDefault(file)?.Problem)
                            .OfType<string>()
                            .Distinct(StringComparer.Ordinal),
                    ];
            }
        }
    }

    public void Dispose()
    {
        _sources.ForEach(source => source.OnLoadException -= Report);
        List<Failure> failures;
        lock (_lock)
        {
            failures = [.. _failed.Values];
            _failed.Clear();
        }

        failures.ForEach(failure => failure.Reload?.Dispose());
    }

    private static IEnumerable<FileConfigurationProvider> FilesOf(IConfiguration? configuration) =>
        configuration is IConfigurationRoot root
            ? root.Providers.SelectMany(provider =>
                provider switch
                {
                    FileConfigurationProvider file => [file],
                    ChainedConfigurationProvider chained => FilesOf(chained.Configuration),
                    _ => [],
                }
            )
            : [];

    private void Report(FileLoadExceptionContext context)
    {
        var cause = context.Exception.GetBaseException();
        var line = cause switch
        {
            JsonException { LineNumber: { } number } => $" at line {number + 1}",
            XmlException { LineNumber: > 0 and var number } => $" at line {number}",
            _ => "",
        };
        // The exception's own message may quote the file.
        var problem =
            $"The configuration file '{context.Provider.Source.Path}' could not be read{line} ({cause.GetType().Name}).";
        Keep(context, problem);
        _onFailure(problem, context.Exception);
    }

    private void Keep(FileLoadExceptionContext context, string problem)
    {
        var file = context.Provider;
        var failure = new Failure(problem, context);
        Failure? before;
        lock (_lock)
        {
            before = _failed.GetValueOrDefault(file);
            _failed[file] = failure;
        }

        // Outside the lock: disposing waits for a callback that runs on another thread, and a reload may be raised at once.
        before?.Reload?.Dispose();
        failure.Reload = ChangeToken.OnChange(file.GetReloadToken, () => Reloaded(file, failure));
        lock (_lock)
        {
            if (_failed.GetValueOrDefault(file) == failure)
            {
                return;
            }
        }

        failure.Reload.Dispose();
    }

    private void Reloaded(FileConfigurationProvider file, Failure failure)
    {
        lock (_lock)
        {
            // When the application ignores the exception, its provider raises a reload for the load that failed.
            if (failure.Context is { Ignore: true })
            {
                failure.Context = null;
                return;
            }

            if (_failed.GetValueOrDefault(file) != failure)
            {
                return;
            }

            _failed.Remove(file);
        }

        failure.Reload?.Dispose();
        _onRead();
    }

    private sealed class Failure(string problem, FileLoadExceptionContext context)
    {
        public string Problem => problem;

        /// <summary>The failure while the reload that follows it, if it is ignored, has not been raised.</summary>
        public FileLoadExceptionContext? Context { get; set; } = context;

        public IDisposable? Reload { get; set; }
    }
}
