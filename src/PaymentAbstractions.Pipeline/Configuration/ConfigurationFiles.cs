using System.Text.Json;
using System.Xml;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reports changed configuration files that cannot be read, because their providers raise no reload in that case.</summary>
/// <remarks>Thread-safe. An existing <c>OnLoadException</c> handler remains in use.</remarks>
internal sealed class ConfigurationFiles : IDisposable
{
    private readonly List<FileConfigurationSource> _sources = [];
    private readonly Action<string, Exception> _onFailure;

    /// <param name="root">The configuration of the application; without it nothing is reported.</param>
    /// <param name="onFailure">Receives a description without file content, and the exception, which may quote the file.</param>
    public ConfigurationFiles(IConfiguration? root, Action<string, Exception> onFailure)
    {
        _onFailure = onFailure;
        foreach (var source in FilesOf(root))
        {
            source.OnLoadException += Report;
            _sources.Add(source);
        }
    }

    public void Dispose() => _sources.ForEach(source => source.OnLoadException -= Report);

    private static IEnumerable<FileConfigurationSource> FilesOf(IConfiguration? configuration) =>
        configuration is IConfigurationRoot root
            ? root.Providers.SelectMany(provider =>
                provider switch
                {
                    FileConfigurationProvider file => [file.Source],
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
        // The exception message may quote the file.
        _onFailure(
            $"The configuration file '{context.Provider.Source.Path}' could not be read{line} ({cause.GetType().Name}).",
            context.Exception
        );
    }
}
