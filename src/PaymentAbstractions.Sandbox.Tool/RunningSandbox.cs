using System.Globalization;
using System.Net.Sockets;

namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>Both emulators and the console.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    /// <summary>How the emulated Rebilly authenticates its webhooks. Values of a sandbox, not secrets.</summary>
    public const string WebhookUserName = "rebilly";
    public const string WebhookPassword = "sandbox-webhook-password";

    private readonly SandboxSettings _settings;
    private readonly RebillySandboxOptions _rebillyOptions;
    private readonly VirtualTerminalSandboxOptions _terminalOptions;
    private SandboxConsole? _console;

    /// <param name="settings">The ports and the receiver of webhooks.</param>
    public RunningSandbox(SandboxSettings settings)
    {
        _settings = settings;
        _rebillyOptions = new() { Port = settings.RebillyPort };
        if (settings.Webhooks is { } address)
        {
            _rebillyOptions.Webhooks.Add(
                new()
                {
                    Address = address,
                    Authentication = RebillySandboxWebhookAuthentication.Basic,
                    UserName = WebhookUserName,
                    Password = WebhookPassword,
                }
            );
        }

        _terminalOptions = new() { Port = settings.VirtualTerminalPort };
        Rebilly = new(_rebillyOptions);
        Terminal = new(_terminalOptions);
    }

    public RebillySandbox Rebilly { get; }

    public RebillySandboxAccount RebillyAccount => _rebillyOptions.Accounts[0];

    public VirtualTerminalSandbox Terminal { get; }

    public VirtualTerminalSandboxAccount TerminalAccount => _terminalOptions.Accounts[0];

    public IEnumerable<VirtualTerminalSandboxCustomer> TerminalCustomers => _terminalOptions.Customers;

    public Uri ConsoleAddress =>
        _console?.BaseAddress ?? throw new InvalidOperationException("The sandbox has not started.");

    public Uri? Webhooks => _settings.Webhooks;

    /// <summary>Starts everything.</summary>
    /// <returns>What is wrong with the ports; none when everything runs.</returns>
    public async Task<IReadOnlyList<string>> StartAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await TryAsync(
                SandboxOptionSet.RebillyPort,
                _settings.RebillyPort,
                () => Rebilly.ListenAsync(cancellationToken)
            )
            .ConfigureAwait(false);
        await TryAsync(
                SandboxOptionSet.VirtualTerminalPort,
                _settings.VirtualTerminalPort,
                () => Terminal.ListenAsync(cancellationToken)
            )
            .ConfigureAwait(false);
        await TryAsync(SandboxOptionSet.ConsolePort, _settings.ConsolePort, StartConsoleAsync).ConfigureAwait(false);
        return problems;

        async Task TryAsync(string option, int port, Func<Task> start)
        {
            try
            {
                await start().ConfigureAwait(false);
            }
            catch (IOException)
            {
                problems.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Port {port} is in use by another program, perhaps by another payments-sandbox. Stop that program, or choose another port: {option} 0 selects any free port."
                    )
                );
            }
            catch (SocketException failure)
            {
                problems.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Port {port} cannot be opened: {failure.Message}. Choose another port: {option} 0 selects any free port."
                    )
                );
            }
        }

        async Task StartConsoleAsync() =>
            _console = await SandboxConsole
                .StartAsync(
                    new()
                    {
                        Port = _settings.ConsolePort,
                        Rebilly = Rebilly,
                        VirtualTerminal = Terminal,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
        {
            await _console.DisposeAsync().ConfigureAwait(false);
        }

        await Rebilly.DisposeAsync().ConfigureAwait(false);
        await Terminal.DisposeAsync().ConfigureAwait(false);
    }
}
