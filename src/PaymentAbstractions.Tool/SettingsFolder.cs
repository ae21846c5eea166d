using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Tool;

/// <summary>Stands for the application's host: a relative path in its settings is relative to their folder.</summary>
internal sealed class SettingsFolder(string path) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = Environments.Production;

    public string ApplicationName { get; set; } = "payments";

    public string ContentRootPath { get; set; } = path;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
