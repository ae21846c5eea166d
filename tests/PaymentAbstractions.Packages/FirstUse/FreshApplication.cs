using System.Diagnostics;

namespace PaymentAbstractions.Packages;

/// <summary>A new web application with the program of a page, in its own folder.</summary>
internal sealed class FreshApplication : IDisposable
{
    private const string DocumentedProvider = "http://127.0.0.1:18480/";
    private const string DocumentedAddress = "http://localhost:5000";
    private const string Listening = "Now listening on: ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payments-");
    private readonly FirstUsePage _page;
    private readonly Uri _provider;
    private Process? _process;
    private string? _address;

    private FreshApplication(FirstUsePage page, Uri provider)
    {
        _page = page;
        _provider = provider;
    }

    public static FreshApplication Create(FirstUsePage page, Uri provider) => new(page, provider);

    public async Task InstallAsync(string feed, string version, CancellationToken cancellationToken)
    {
        await RunAsync("dotnet", ["new", "web", "--name", "Shop", "--output", "."], cancellationToken);
        await WriteAsync(
            "NuGet.config",
            $"""<configuration><packageSources><add key="made" value="{feed}" /></packageSources></configuration>""",
            cancellationToken
        );
        foreach (var package in _page.Packages)
        {
            await RunAsync("dotnet", ["add", "package", package, "--version", version], cancellationToken);
        }

        await WriteAsync("Program.cs", AtProvider(_page.Program), cancellationToken);
        if (_page.Settings is not null)
        {
            await WriteAsync("appsettings.json", AtProvider(_page.Settings), cancellationToken);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = Start("dotnet", ["run", "--no-launch-profile", "--urls", "http://127.0.0.1:0"]);
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                _address = line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim();
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        var error = await _process.StandardError.ReadToEndAsync(cancellationToken);
        throw new InvalidOperationException($"The application did not start:\n{string.Join('\n', said)}\n{error}");
    }

    /// <summary>Runs the command of the page that pays for an order.</summary>
    public Task<string> PayAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "bash",
            [
                "-c",
                _page
                    .PayCommand.Replace("curl ", "curl -sS ", StringComparison.Ordinal)
                    .Replace(DocumentedAddress, _address, StringComparison.Ordinal),
            ],
            cancellationToken
        );

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private string AtProvider(string text) =>
        text.Replace(DocumentedProvider, _provider.AbsoluteUri, StringComparison.Ordinal);

    private Task WriteAsync(string name, string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text, cancellationToken);

    private async Task<string> RunAsync(string file, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(file, arguments);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{file} {string.Join(' ', arguments)} failed:\n{output}\n{await error}"
            );
    }

    private Process Start(string file, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(file, arguments)
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
