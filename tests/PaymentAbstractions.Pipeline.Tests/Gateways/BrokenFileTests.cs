using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class BrokenFileTests : IDisposable
{
    private const string General = """
        {
          "Payments": {
            "Default": "sandbox",
            "Gateways": {
              "sandbox": { "Provider": "Test", "Environment": "Sandbox", "Account": "a" },
              "live": { "Provider": "Test", "Environment": "Live", "Account": "b" }
            }
          }
        }
        """;

    private const string Production = """{ "Payments": { "Default": "live" } }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("payments-files-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_one_file_is_broken_a_change_of_another_one_is_not_used(bool ignoresExceptions)
    {
        Write("general.json", General);
        Write("production.json", Production);
        using var host = Build(ignoresExceptions);
        var gateways = host.Services.GetRequiredService<IPaymentGateways>();
        var files = ((IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>())
            .Providers.OfType<FileConfigurationProvider>()
            .ToList();
        var raised = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        files[1].GetReloadToken().RegisterChangeCallback(_ => raised.SetResult(), null);

        Write("production.json", "{");
        await UntilAsync(() => gateways.ReloadProblems.Count > 0);
        if (ignoresExceptions)
        {
            await raised.Task.WaitAsync(Token);
        }

        Write(
            "general.json",
            General.Replace(
                "\"live\"",
                "\"next\": { \"Provider\": \"Test\", \"Account\": \"c\" }, \"live\"",
                StringComparison.Ordinal
            )
        );
        files[0].Load();

        Assert.Equal("live", gateways.Default.Name);
        Assert.Equal(["live", "sandbox"], gateways.Names.Order(StringComparer.Ordinal));
        Assert.Contains("'production.json'", Assert.Single(gateways.ReloadProblems), StringComparison.Ordinal);

        Write("production.json", Production);
        await UntilAsync(() => gateways.Names.Contains("next", StringComparer.Ordinal));

        Assert.Equal("live", gateways.Default.Name);
        Assert.Empty(gateways.ReloadProblems);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A file watcher uses no clock that a test could set.
    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    // Replaces the file at once, because a file that is written in parts may be read in between.
    private void Write(string name, string json)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path + ".new", json);
        File.Move(path + ".new", path, overwrite: true);
    }

    private IHost Build(bool ignoresExceptions)
    {
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = _folder }
        );
        builder.Configuration.AddJsonFile("general.json", optional: false, reloadOnChange: false);
        builder.Configuration.AddJsonFile(source =>
        {
            source.Path = "production.json";
            source.ReloadOnChange = true;
            source.ReloadDelay = 50;
            source.OnLoadException = context => context.Ignore = ignoresExceptions;
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddPayments(
            builder.Configuration.GetSection("Payments"),
            payments => payments.AddProvider<TestProvider>().UseInMemoryJournal(options => options.AllowLive = true)
        );
        return builder.Build();
    }
}
