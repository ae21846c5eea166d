using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Tool;

/// <summary>Represents the application's host: relative paths in its settings are relative to the folder of the settings.</summary>
internal sealed class SettingsFolder(string path) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = Environments.Production;

    public string ApplicationName { get; set; } = "payments";

    public string ContentRootPath { get; set; } = path;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
