using System.Globalization;
using PaymentAbstractions.Sandbox.VirtualTerminal;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// Emulates the virtual terminal API (<c>api/transaction/add</c>, published by Arrow Payments) on 127.0.0.1: stateful and deterministic,
/// with faults on demand.
/// </summary>
/// <remarks>
/// It is written from the provider's documentation; where the documentation is ambiguous, <see cref="VirtualTerminalSandboxProfile"/> has a
/// switch. Use it for tests and demonstrations, never with real card data. All members are thread-safe.
/// </remarks>
public sealed class VirtualTerminalSandbox : ProviderSandbox
{
    // The API has no currency and no key, and its answers do not refer to an original.
    private static readonly SandboxEchoes Echoes = new()
    {
        Amount = "TotalAmount",
        Type = "TransactionType",
        Types = [TransactionType.Credit, TransactionType.Sale],
        Id = "ID",
        Status = "Status",
        Texts = ["Message"],
    };

    private readonly VirtualTerminalWorld _world;
    private readonly VirtualTerminalApi _api;

    /// <summary>Initializes a sandbox that does not listen yet; <see cref="StartAsync"/> also starts it.</summary>
    /// <param name="options">The options. They must not be changed afterwards.</param>
    /// <exception cref="ArgumentException">There is no account, two accounts share a key, or ids, names or product codes are not unique.</exception>
    public VirtualTerminalSandbox(VirtualTerminalSandboxOptions options)
        : base(options, Echoes)
    {
        _world = new(options, this);
        _api = new(_world);
    }

    /// <summary>The address of the API, <c>http://127.0.0.1:PORT/api/</c>.</summary>
    public override Uri BaseAddress => new(RootAddress, "api/");

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options; null for the defaults. They must not be changed afterwards.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The listening sandbox. Dispose it to free the port.</returns>
    /// <exception cref="ArgumentException">
    /// There is no account, two accounts share a key, or ids, names or product codes are not unique.
    /// </exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<VirtualTerminalSandbox> StartAsync(
        VirtualTerminalSandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var sandbox = new VirtualTerminalSandbox(options ?? new());
        await sandbox.ListenAsync(cancellationToken).ConfigureAwait(false);
        return sandbox;
    }

    /// <inheritdoc />
    public override bool MovesMoney(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == "POST"
            && request.SplitPath().Select(segment => segment.ToLowerInvariant()).ToArray()
                is [.., "transaction", "add" or "capture" or "void" or "complete"];
    }

    /// <summary>Adds a customer without cards.</summary>
    /// <param name="name">The name; unique in the account.</param>
    /// <param name="code">The merchant's own code for the customer.</param>
    /// <param name="mid">The account; null for the first one.</param>
    /// <returns>The customer's id.</returns>
    /// <exception cref="ArgumentException">The name is taken, or the account does not exist.</exception>
    public long AddCustomer(string name, string code = "", string? mid = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (Gate)
        {
            return _world.MerchantOf(mid).Vault.AddCustomer(new() { Name = name, Code = code }).Id;
        }
    }

    /// <summary>Stores a card for a customer.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cardType">Visa, Mastercard, Discover or Amex.</param>
    /// <param name="cardLast4">The last four digits of the number.</param>
    /// <param name="expirationMonth">The expiration month, 1 to 12.</param>
    /// <param name="expirationYear">The expiration year, with four digits; an expired card is declined.</param>
    /// <param name="mid">The account; null for the first one.</param>
    /// <returns>The payment method's id.</returns>
    /// <exception cref="ArgumentException">The customer or account does not exist.</exception>
    public long AddPaymentMethod(
        long customerId,
        string cardType = "Visa",
        string cardLast4 = "4242",
        int expirationMonth = 12,
        int expirationYear = 2030,
        string? mid = null
    )
    {
        lock (Gate)
        {
            var vault = _world.MerchantOf(mid).Vault;
            var customer =
                vault.FindCustomer(customerId)
                ?? throw new ArgumentException($"The customer {customerId} does not exist.", nameof(customerId));
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

    /// <summary>Adds a product to the catalog, or changes it.</summary>
    /// <param name="code">The code that line items refer to.</param>
    /// <param name="price">The unit price of a line item without a price, in US dollars.</param>
    /// <param name="description">The description.</param>
    /// <param name="commodityCode">The commodity code.</param>
    /// <param name="unitOfMeasure">The unit of measure.</param>
    /// <param name="mid">The account; null for the first one.</param>
    /// <exception cref="ArgumentException">The code is empty, or the account does not exist.</exception>
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
        lock (Gate)
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
    /// Closes the batch now: every sale, capture and credit that is in effect is settled. Open authorizations are not changed.
    /// </summary>
    public override void SettleAll()
    {
        lock (Gate)
        {
            _world.CatchUp();
            foreach (var merchant in _world.Merchants)
            {
                merchant.Book.Settle(_ => true);
            }
        }
    }

    /// <inheritdoc />
    protected internal override SandboxResponse Answer(SandboxRequest request) => _api.Answer(request);

    /// <summary>An error of the web server in front of the application, which therefore has no text in the header.</summary>
    /// <inheritdoc />
    protected internal override SandboxResponse Problem(int status, string detail) => Refusals.Plain(status);

    /// <inheritdoc />
    protected internal override SandboxResponse Falsify(
        SandboxResponse response,
        SandboxEcho echo,
        SandboxRequest request
    ) =>
        echo == SandboxEcho.Request
            ? base.Falsify(response, echo, request)
            : EchoFalsifier.Falsify(response, echo, _world.Profile, Ledger);

    internal override string? StatusOf(SandboxMovement movement)
    {
        lock (Gate)
        {
            _world.CatchUp();
            var id = long.Parse(movement.TransactionId, CultureInfo.InvariantCulture);
            return _world.MerchantOf(movement.Account).Book.Find(id)?.Status;
        }
    }

    /// <summary>Hides the path of a read, which contains the API key.</summary>
    /// <inheritdoc />
    protected internal override string Describe(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == "GET" && request.SplitPath() is ["api", _, .. var rest]
            ? $"GET /api/{{key}}/{string.Join('/', rest)}"
            : base.Describe(request);
    }
}
