namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>What all operations of one sandbox share.</summary>
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
            throw new ArgumentException("A sandbox needs an account.", nameof(options));
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

    /// <summary>The account with a MID; the first one for null.</summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public Merchant MerchantOf(string? mid) =>
        mid is null
            ? Merchants[0]
            : Merchants.FirstOrDefault(merchant => merchant.Account.Mid == mid)
                ?? throw new ArgumentException($"There is no account '{mid}'.", nameof(mid));

    public long NextTransactionId() => ++_lastTransactionId;

    /// <summary>A text of the gateway, with the reference that it puts behind each.</summary>
    public string WithReference(string text) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text} REFID:{++_lastReference}");

    public void Book(SandboxMovement movement) => _sandbox.Book(movement);

    /// <summary>Settles what is due by now.</summary>
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
