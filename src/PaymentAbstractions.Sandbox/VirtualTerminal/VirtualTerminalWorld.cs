namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The state and services that all operations of one sandbox share.</summary>
internal sealed class VirtualTerminalWorld
{
    private const long FirstTransactionId = 501000;

    private readonly VirtualTerminalSandbox _sandbox;
    private readonly Dictionary<string, Merchant> _byKey;
    private long _lastTransactionId;
    private long _lastReference = 3160000000;

    public VirtualTerminalWorld(VirtualTerminalSandboxOptions options, VirtualTerminalSandbox sandbox)
    {
        _sandbox = sandbox;
        if (options.Accounts.Count == 0)
        {
            throw new ArgumentException("A sandbox requires at least one account.", nameof(options));
        }

        Options = options;
        _lastTransactionId = FirstTransactionId + options.IdsGivenBefore;
        Forms = new(options.IdsGivenBefore);
        Merchants = [.. options.Accounts.Select(account => new Merchant(account, this))];
        _byKey = Merchants.ToDictionary(merchant => merchant.Account.ApiKey, StringComparer.Ordinal);
    }

    public VirtualTerminalSandboxOptions Options { get; }

    public VirtualTerminalSandboxProfile Profile => Options.Profile;

    public DateTimeOffset Now => _sandbox.Clock.GetUtcNow();

    public IReadOnlyList<Merchant> Merchants { get; }

    public HostedForms Forms { get; }

    /// <summary>The address of the host.</summary>
    public Uri Root => _sandbox.RootAddress;

    public Merchant? FindMerchant(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);

    /// <summary>The account with a MID, or the first account for null.</summary>
    /// <exception cref="ArgumentException">The account does not exist.</exception>
    public Merchant MerchantOf(string? mid) =>
        mid is null
            ? Merchants[0]
            : Merchants.FirstOrDefault(merchant => merchant.Account.Mid == mid)
                ?? throw new ArgumentException($"The account '{mid}' does not exist.", nameof(mid));

    public long NextTransactionId() => ++_lastTransactionId;

    /// <summary>A text of the gateway with the reference that it appends.</summary>
    public string WithReference(string text) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text} REFID:{++_lastReference}");

    public void Book(SandboxMovement movement) => _sandbox.Book(movement);

    /// <summary>Settles due transactions.</summary>
    public void CatchUp()
    {
        foreach (var merchant in Merchants)
        {
            merchant.Book.Settle(transaction => Now >= transaction.ProcessedTime + Options.SettleAfter);
        }
    }

    public SandboxResponse BadKey() =>
        Refusals.Plain(Profile.BadKeyAnswer == VirtualTerminalBadKeyAnswer.NotFound404 ? 404 : 401);
}
