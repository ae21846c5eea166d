using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Conventions;

/// <summary>The whole program of a page, which runs in this process on a free port and in a folder of its own.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Task _program;
    private readonly IHost _host;

    private RunningProgram(DirectoryInfo folder, Task program, IHost host)
    {
        (_folder, _program, _host) = (folder, program, host);
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Client = new HttpClient { BaseAddress = new Uri(addresses.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts the program of a page.</summary>
    /// <param name="block">The whole <c>Program.cs</c>.</param>
    /// <param name="settings">The <c>appsettings.json</c>, or null for none.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<RunningProgram> StartAsync(
        CodeBlock block,
        string? settings,
        CancellationToken cancellationToken
    )
    {
        var entry = ExampleCompilation.OfWebApplication(block).Load().EntryPoint!;
        var folder = Directory.CreateTempSubdirectory("program-");
        if (settings is not null)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "appsettings.json"),
                settings,
                cancellationToken
            );
        }

        string[] args = ["--urls", "http://127.0.0.1:0", "--contentRoot", folder.FullName];
        var started = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hosts = HostsBuiltHere(host =>
            host.Services.GetRequiredService<IHostApplicationLifetime>()
                .ApplicationStarted.Register(() => started.TrySetResult(host))
        );
        // The program gets its own thread because it blocks until it is stopped.
        var program = Task.Factory.StartNew(
            () => entry.Invoke(null, [args]),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        await Task.WhenAny(started.Task, program).WaitAsync(cancellationToken);
        if (!started.Task.IsCompleted)
        {
            await program;
        }

        return new RunningProgram(folder, program, await started.Task);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _program;
        _folder.Delete(recursive: true);
    }

    /// <summary>Finds hosts in the way that the tools of ASP.NET Core do; hosts of other tests in this process are left out.</summary>
    private static IDisposable HostsBuiltHere(Action<IHost> found)
    {
        var here = new AsyncLocal<bool> { Value = true };
        var hosts = new Observer<KeyValuePair<string, object?>>(one =>
        {
            if (one is { Key: "HostBuilt", Value: IHost host } && here.Value)
            {
                found(host);
            }
        });
        return DiagnosticListener.AllListeners.Subscribe(
            new Observer<DiagnosticListener>(listener =>
            {
                if (listener.Name == "Microsoft.Extensions.Hosting")
                {
                    listener.Subscribe(hosts);
                }
            })
        );
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnError(Exception error) { }

        public void OnCompleted() { }
    }
}
