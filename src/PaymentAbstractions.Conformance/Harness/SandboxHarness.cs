using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conformance;

/// <summary>A harness over an emulator: an author supplies the settings of a gateway, a payer and a declined sale.</summary>
/// <typeparam name="TSandbox">The provider's emulator.</typeparam>
/// <typeparam name="TProvider">The provider under test.</typeparam>
/// <remarks>
/// The gateways are built from configuration alone, as in an application, over a SQLite journal. Automatic retries are disabled, and
/// deadlines pass without waiting.
/// </remarks>
public abstract partial class SandboxHarness<TSandbox, TProvider> : ConformanceHarness
    where TSandbox : ProviderSandbox
    where TProvider : PaymentProvider, new()
{
    private readonly HttpClient _wire = new();
    private readonly List<string> _secrets = [];
    private TSandbox? _sandbox;
    private HarnessNetwork? _network;
    private ServiceProvider? _container;
    private HarnessAccount _main = HarnessAccount.Main;

    /// <inheritdoc />
    public override IPaymentGateway Gateway => Get(HarnessAccount.Main);

    /// <inheritdoc />
    public override IPaymentGateway WrongCredentials => Get(HarnessAccount.WrongKey);

    /// <inheritdoc />
    public override TimeProvider Time => Sandbox.Clock;

    /// <inheritdoc />
    public override IReadOnlyList<string> Secrets => _secrets;

    /// <inheritdoc />
    public override int WritesSeen => Writes.Count;

    /// <inheritdoc />
    public override long BytesSeen => Sandbox.Traffic.BytesReceived;

    /// <inheritdoc />
    public override string? LastWrite => Writes is [.., { } last] ? last.Body : null;

    /// <inheritdoc />
    public override IReadOnlyList<TimeSpan> RunningTimers => Sandbox.ClientClock.RunningTimers;

    /// <inheritdoc />
    public override TimeSpan LongestExchange =>
        _container!.GetRequiredService<GatewayDirectory>().Owner(Gateway.Name)!.Adapter.LongestExchange;

    /// <inheritdoc />
    public override IPaymentNotifications Notifications => _container!.GetRequiredService<IPaymentNotifications>();

    /// <inheritdoc />
    public override IPaymentReconciliation Reconciliation => _container!.GetRequiredService<IPaymentReconciliation>();

    /// <inheritdoc />
    public override IReadOnlyList<ProviderMovement> Movements =>
        [
            .. Sandbox.Ledger.Movements.Select(movement => new ProviderMovement
            {
                Kind = Enum.Parse<PaymentOperation>(movement.Kind.ToString()),
                TransactionId = movement.TransactionId,
                Amount = Money.Of(movement.Amount, movement.Currency),
                DataLevel = DataLevelOf(movement),
            }),
        ];

    /// <summary>The writes (requests to move money), oldest first, as the emulator received them, including secrets.</summary>
    public IReadOnlyList<SandboxRequest> Writes => [.. Sandbox.Traffic.Requests.Where(Sandbox.MovesMoney)];

    /// <summary>The started emulator.</summary>
    protected TSandbox Sandbox => _sandbox ?? throw new InvalidOperationException("The harness has not started.");

    /// <summary>Whether the journal is a file. Default true; without a file, nothing survives <see cref="RestartAsync"/>.</summary>
    protected virtual bool KeepsFiles => true;

    /// <summary>
    /// Creates the emulator, which does not listen yet, with an account for <see cref="HarnessAccount.Main"/> and one for
    /// <see cref="HarnessAccount.Other"/>, whose keys are <see cref="KeyOf"/>.
    /// </summary>
    /// <param name="options">
    /// The options, with the clock at <see cref="ConformanceHarness.Start"/>, and with <see cref="AccountOf"/> of each account by its key.
    /// </param>
    /// <returns>The emulator.</returns>
    protected abstract TSandbox NewSandbox(SandboxOptions options);

    /// <summary>
    /// Sets the provider's own options of a gateway: address, account, key. <c>Provider</c> and <c>Environment</c> are already set. A wrong
    /// key belongs to the main account.
    /// </summary>
    /// <param name="settings">The settings by name, relative to <c>Payments:Gateways:name</c>.</param>
    /// <param name="account">The gateway.</param>
    protected abstract void Configure(IDictionary<string, string?> settings, HarnessAccount account);

    /// <summary>The API key of a gateway, which must not appear anywhere.</summary>
    /// <param name="account">The gateway.</param>
    /// <returns>A different text for each gateway.</returns>
    protected string KeyOf(HarnessAccount account) =>
        Secret(
            account switch
            {
                HarnessAccount.Main => "sk_canary_71f0c2d94be8",
                HarnessAccount.Other => "sk_canary_e05b13a7729c",
                _ => "sk_canary_wrong_8841ab",
            }
        );

    /// <summary>The provider's id of a gateway's account.</summary>
    /// <param name="account">The gateway.</param>
    /// <returns>By default, <c>acct_other</c> for <see cref="HarnessAccount.Other"/>, and <c>acct_main</c> for the others.</returns>
    protected virtual string AccountOf(HarnessAccount account) =>
        account == HarnessAccount.Other ? "acct_other" : "acct_main";

    /// <summary>Adds a text to <see cref="Secrets"/>, so that it must not appear anywhere.</summary>
    /// <param name="text">A card number, token, key or similar secret.</param>
    /// <returns>The same text.</returns>
    protected string Secret(string text)
    {
        lock (_secrets)
        {
            if (!_secrets.Contains(text))
            {
                _secrets.Add(text);
            }
        }

        return text;
    }

    /// <summary>The level of commercial card data at which a movement was booked.</summary>
    /// <param name="movement">The movement.</param>
    /// <returns>By default, <see langword="null"/>.</returns>
    protected virtual CommercialDataLevel? DataLevelOf(SandboxMovement movement) => null;

    /// <inheritdoc />
    public override async ValueTask InitializeAsync()
    {
        var options = new SandboxOptions { StartTime = Start };
        foreach (var account in new[] { HarnessAccount.Main, HarnessAccount.Other })
        {
            options.AccountsByKey.Add(KeyOf(account), AccountOf(account));
        }

        _sandbox = NewSandbox(options);
        await _sandbox.ListenAsync().ConfigureAwait(false);
        _network = new HarnessNetwork(Sandbox.ClientClock);
        _container = BuildContainer();
    }

    /// <inheritdoc />
    public override async Task RestartAsync(bool withWrongCredentials = false)
    {
        await _container!.DisposeAsync().ConfigureAwait(false);
        _main = withWrongCredentials ? HarnessAccount.WrongKey : HarnessAccount.Main;
        _container = BuildContainer();
    }

    /// <inheritdoc />
    public override Task SettleAsync()
    {
        Sandbox.SettleAll();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override void Advance(TimeSpan by) => Sandbox.Clock.Advance(by);

    /// <inheritdoc />
    public override Task WhenIdleAsync(CancellationToken cancellationToken = default) =>
        Sandbox.WhenIdleAsync(cancellationToken);

    /// <inheritdoc />
    public override async Task RepeatLastWriteAsync(CancellationToken cancellationToken = default)
    {
        var write = Writes[^1];
        using var request = new HttpRequestMessage(
            new HttpMethod(write.Method),
            new Uri(Sandbox.RootAddress, write.Path)
        );
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(write.Body));
        foreach (var (name, value) in write.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else if (name is not ("Host" or "Content-Length" or "Connection" or "Transfer-Encoding" or "Expect"))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await _wire.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            await _container.DisposeAsync().ConfigureAwait(false);
        }

        _wire.Dispose();
        _network?.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
        if (_sandbox is not null)
        {
            // Disposed last, because it throws exceptions of the emulator.
            await _sandbox.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string NameOf(HarnessAccount account) =>
        account switch
        {
            HarnessAccount.Main => "main",
            HarnessAccount.Other => "other",
            _ => "wrong_key",
        };

    private Dictionary<string, string?> SettingsOf(HarnessAccount account)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Provider"] = new TProvider().Name,
            ["Environment"] = "Sandbox",
        };
        Configure(settings, account == HarnessAccount.Main ? _main : account);
        return settings;
    }

    private IPaymentGateway Get(HarnessAccount account) =>
        _container!.GetRequiredService<IPaymentGateways>().Get(NameOf(account));

    private ServiceProvider BuildContainer()
    {
        var gateways = Enum.GetValues<HarnessAccount>().ToDictionary(NameOf, SettingsOf, StringComparer.Ordinal);
        return HarnessContainer.Build<TProvider>(
            gateways,
            KeepsFiles ? JournalFolder : null,
            RetriesLookups,
            Sandbox.ClientClock,
            _network!,
            Log
        );
    }
}
