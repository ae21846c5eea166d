using PaymentAbstractions.Sandbox.VirtualTerminal;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The virtual terminal API (<c>api/transaction/add</c>, published by Arrow Payments) on 127.0.0.1: stateful,
/// deterministic, with faults on demand.
/// </summary>
/// <remarks>
/// It is written from the provider's documents; where they leave a choice, <see cref="VirtualTerminalSandboxProfile"/> has
/// a switch. Meant for tests and demonstrations, never for real card data. All members are safe for use by several threads.
/// </remarks>
public sealed class VirtualTerminalSandbox : IAsyncDisposable
{
    private readonly VirtualTerminalWorld _world;
    private readonly SandboxHost _host;

    private VirtualTerminalSandbox(VirtualTerminalSandboxOptions options)
    {
        _world = new(options);
        _host = new(new VirtualTerminalApi(_world), Faults, Traffic);
    }

    /// <summary>The address of the API, <c>http://127.0.0.1:PORT/api/</c>.</summary>
    public Uri BaseAddress => new(_world.Root, "api/");

    /// <summary>The time inside the sandbox.</summary>
    public SandboxClock Clock => _world.Clock;

    /// <summary>What really happened to money.</summary>
    public SandboxLedger Ledger => _world.Ledger;

    /// <summary>What goes wrong with coming requests.</summary>
    /// <remarks>The API knows no currency: <see cref="SandboxFault.WrongCurrencyEchoed"/> cannot be enqueued.</remarks>
    public SandboxFaults Faults { get; } = new(SandboxFault.WrongCurrencyEchoed);

    /// <summary>What came over the wire.</summary>
    public SandboxTraffic Traffic { get; } = new();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The set-up; null for the defaults. It must not be changed afterwards.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The sandbox, listening. Dispose it to free the port.</returns>
    /// <exception cref="ArgumentException">
    /// There is no account, two accounts share a key, or ids, names or product codes are not unique.
    /// </exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<VirtualTerminalSandbox> StartAsync(
        VirtualTerminalSandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var chosen = options ?? new();
        var sandbox = new VirtualTerminalSandbox(chosen);
        await sandbox._host.StartAsync(chosen.Port, cancellationToken).ConfigureAwait(false);
        sandbox._world.Root = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", sandbox._host.Port).Uri;
        return sandbox;
    }

    /// <summary>Adds a customer without cards.</summary>
    /// <param name="name">The name; unique in the account.</param>
    /// <param name="code">The merchant's own code for the customer.</param>
    /// <param name="mid">The account; null for the first.</param>
    /// <returns>The customer's id.</returns>
    /// <exception cref="ArgumentException">The name is taken, or there is no such account.</exception>
    public long AddCustomer(string name, string code = "", string? mid = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (_world.Gate)
        {
            return _world.MerchantOf(mid).Vault.AddCustomer(new() { Name = name, Code = code }).Id;
        }
    }

    /// <summary>Stores a card for a customer.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cardType">Visa, Mastercard, Discover or Amex.</param>
    /// <param name="cardLast4">The last four digits of the number.</param>
    /// <param name="expirationMonth">The month of expiry, 1 to 12.</param>
    /// <param name="expirationYear">The year of expiry, with four digits; a card of the past is declined.</param>
    /// <param name="mid">The account; null for the first.</param>
    /// <returns>The payment method's id.</returns>
    /// <exception cref="ArgumentException">There is no such customer or account.</exception>
    public long AddPaymentMethod(
        long customerId,
        string cardType = "Visa",
        string cardLast4 = "4242",
        int expirationMonth = 12,
        int expirationYear = 2030,
        string? mid = null
    )
    {
        lock (_world.Gate)
        {
            var vault = _world.MerchantOf(mid).Vault;
            var customer =
                vault.FindCustomer(customerId)
                ?? throw new ArgumentException($"There is no customer {customerId}.", nameof(customerId));
            return vault
                .AddMethod(
                    customer,
                    PaymentMethodRecord.Of(
                        new()
                        {
                            Id = 0,
                            CardType = cardType,
                            CardLast4 = cardLast4,
                            ExpirationMonth = expirationMonth,
                            ExpirationYear = expirationYear,
                        }
                    )
                )
                .Id;
        }
    }

    /// <summary>Puts a product into the catalog, or changes it.</summary>
    /// <param name="code">The code that line items name.</param>
    /// <param name="price">The unit price that a line item without a price gets, in US dollars.</param>
    /// <param name="description">The description.</param>
    /// <param name="commodityCode">The commodity code.</param>
    /// <param name="unitOfMeasure">The unit of measure.</param>
    /// <param name="mid">The account; null for the first.</param>
    /// <exception cref="ArgumentException">The code is empty, or there is no such account.</exception>
    public void AddProduct(
        string code,
        decimal price,
        string description = "Part",
        string commodityCode = "31161500",
        string unitOfMeasure = "EA",
        string? mid = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        lock (_world.Gate)
        {
            _world.MerchantOf(mid).Products[code] = new()
            {
                Code = code,
                Price = price,
                Description = description,
                CommodityCode = commodityCode,
                UnitOfMeasure = unitOfMeasure,
            };
        }
    }

    /// <summary>
    /// Closes the batch now: every sale, capture and credit that stands is settled. Open authorizations stay as they are.
    /// </summary>
    public void SettleAll()
    {
        lock (_world.Gate)
        {
            _world.CatchUp();
            foreach (var merchant in _world.Merchants)
            {
                merchant.Book.Settle(_ => true);
            }
        }
    }

    /// <summary>Closes the port, so that connections are refused. The state is kept.</summary>
    /// <returns>A task that ends when the port is closed and open connections are cut.</returns>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task PauseListeningAsync() => _host.PauseAsync();

    /// <summary>Opens the same port again.</summary>
    /// <returns>A task that ends when the sandbox listens.</returns>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task ResumeListeningAsync() => _host.ResumeAsync();

    /// <summary>Waits until no request is being processed, for example after a client gave up on a delayed one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the sandbox is idle.</returns>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default) => _host.WhenIdleAsync(cancellationToken);

    /// <summary>Closes the port and all connections.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
