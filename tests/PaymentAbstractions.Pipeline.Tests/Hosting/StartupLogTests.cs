using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NSubstitute;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class StartupLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-start-").FullName;
    private readonly CapturedLogs _logs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_folder, "appsettings.json");

    [Fact]
    public async Task A_start_says_in_one_line_what_it_starts_with()
    {
        using var host = Build(payments => payments.UseInMemoryJournal(options => options.AllowLive = true));

        await host.StartAsync(Token);
        await host.StopAsync(Token);

        Assert.Equal(
            "Payments are ready. Gateways: bank (Test, Live), cards (Test, Sandbox); the default is cards. Journal: InMemory.",
            Assert.Single(
                _logs.Of(LogLevel.Information),
                line => line.StartsWith("Payments are", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Waiting_for_a_journal_is_logged_before_it_opens()
    {
        var opens = new TaskCompletionSource<IPaymentJournal>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = Build(payments => payments.UseJournal((_, _) => opens.Task));

        var starting = host.StartAsync(Token);

        Assert.Equal(
            "Opening the journal (UseJournal()). No payment is sent until it is open.",
            Assert.Single(_logs.Of(LogLevel.Information))
        );
        Assert.False(starting.IsCompleted);
        opens.SetResult(new InMemoryPaymentJournal());
        await starting;
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_file_that_is_broken_when_it_changes_is_logged_and_the_last_good_one_stays()
    {
        using var host = Build(
            payments => payments.UseInMemoryJournal(options => options.AllowLive = true),
            reloadOnChange: true
        );
        await host.StartAsync(Token);
        var gateways = host.Services.GetRequiredService<IPaymentGateways>();

        Replace("{ \"Payments\": {\n \"Secret\": \"hunter2\n");
        // The log comes last.
        await UntilAsync(() => gateways.ReloadProblems.Count > 0 && _logs.Of(LogLevel.Error).Any());

        var problem = Assert.Single(gateways.ReloadProblems);
        Assert.Contains("'appsettings.json' could not be read at line 2", problem, StringComparison.Ordinal);
        Assert.Contains(_logs.Of(LogLevel.Error), line => line.EndsWith(problem, StringComparison.Ordinal));
        Assert.DoesNotContain(
            "hunter2",
            problem + string.Concat(_logs.Exceptions.Select(one => one.ToString())),
            StringComparison.Ordinal
        );
        Assert.Equal(["bank", "cards"], gateways.Names);

        Replace(Json);
        await UntilAsync(() => gateways.ReloadProblems.Count == 0);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task After_the_gateways_are_disposed_a_broken_file_is_not_handled()
    {
        var handled = 0;
        using var host = Build(
            payments => payments.UseInMemoryJournal(options => options.AllowLive = true),
            reloadOnChange: false,
            _ => handled++
        );
        var root = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        var gateways = host.Services.GetRequiredService<PaymentGateways>();
        await File.WriteAllTextAsync(Settings, "{", Token);

        Assert.Throws<InvalidDataException>(root.Reload);
        gateways.Dispose();
        Assert.Throws<InvalidDataException>(root.Reload);

        Assert.Equal(2, handled);
        Assert.Single(_logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_journal_that_cannot_record_is_logged_once_and_when_it_goes_on()
    {
        var full = new JournalFailure { Kind = JournalFailureKind.Full, Message = "The disk is full." };
        var journal = Substitute.For<IPaymentJournal>();
        journal.Clock.Returns(TimeProvider.System);
        using var host = Build(payments => payments.UseJournal((_, _) => Task.FromResult(journal)));
        await host.StartAsync(Token);
        var access = host.Services.GetRequiredService<JournalAccess>();

        journal.Health.Returns(new JournalHealth { IsOpenForSends = false, LastFailure = full });
        await access.BeginAsync(null!, Token);
        await access.BeginAsync(null!, Token);
        journal.Health.Returns(new JournalHealth { IsOpenForSends = true });
        await access.BeginAsync(null!, Token);
        await host.StopAsync(Token);

        Assert.Equal(
            "The journal cannot record payments (Full), so nothing is sent until it can. The disk is full.",
            Assert.Single(_logs.Of(LogLevel.Error))
        );
        Assert.Contains(
            "The journal can record payments again, and payments are sent.",
            _logs.Of(LogLevel.Information)
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Json = """
        {
          "Payments": {
            "Default": "cards",
            "Gateways": {
              "cards": { "Provider": "Test", "Environment": "Sandbox", "Account": "hunter2" },
              "bank": { "Provider": "Test", "Environment": "Live", "Account": "b" }
            }
          }
        }
        """;

    // Replaces the file at once, because a file that is written in parts may be read in between.
    private void Replace(string json)
    {
        File.WriteAllText(Settings + ".new", json);
        File.Move(Settings + ".new", Settings, overwrite: true);
    }

    // A file watcher uses no clock that a test could set.
    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private IHost Build(
        Action<PaymentsBuilder> configure,
        bool reloadOnChange = false,
        Action<FileLoadExceptionContext>? onLoadException = null
    )
    {
        File.WriteAllText(Settings, Json);
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = _folder }
        );
        builder.Configuration.AddJsonFile(source =>
        {
            source.Path = "appsettings.json";
            source.ReloadOnChange = reloadOnChange;
            source.ReloadDelay = 50;
            source.OnLoadException = onLoadException;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs);
        builder.Logging.AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddPayments(
            builder.Configuration.GetSection("Payments"),
            payments => configure(payments.AddProvider<TestProvider>())
        );
        return builder.Build();
    }
}
