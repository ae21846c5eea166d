namespace PaymentAbstractions.Rebilly;

/// <summary>One gateway's settings, checked and worked out.</summary>
internal sealed class RebillyAccount
{
    /// <summary>How long an authorization lives. Source: Rebilly transactions topic, type authorize.</summary>
    public static readonly TimeSpan AuthorizationLife = TimeSpan.FromDays(7);

    /// <summary>How long a requestId is unique. Source: create-transaction page, requestId.</summary>
    public static readonly TimeSpan RequestIdWindow = TimeSpan.FromHours(24);

    /// <summary>How far the clocks of Rebilly and of this machine may be apart.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    // Rebilly documents at most 50; what is much longer is no id.
    private const int MostIdCharacters = 128;

    private static readonly TimeSpan UsualSendTimeout = TimeSpan.FromSeconds(30);
    private readonly GatewayContext _context;

    public RebillyAccount(RebillyOptions options, GatewayContext context)
    {
        Options = options;
        _context = context;
        var host = context.Environment == GatewayEnvironment.Sandbox ? ApiHosts.Sandbox : ApiHosts.Live;
        BaseUrl = options.BaseUrl ?? new Uri($"https://{host}/");
        Fingerprint = AccountFingerprint.Of("Rebilly", BaseUrl.Host, options.OrganizationId!);
    }

    public RebillyOptions Options { get; }

    public Uri BaseUrl { get; }

    public AccountFingerprint Fingerprint { get; }

    public string Gateway => _context.Name;

    public TimeProvider Time => _context.TimeProvider;

    public TimeSpan SendTimeout =>
        Options.SendTimeout ?? (Options.Deadline < UsualSendTimeout ? Options.Deadline : UsualSendTimeout);

    /// <summary>What proves no final outcome is for a person to read; the rest is kept only on demand.</summary>
    public bool KeepsAnswer(PaymentOutcome outcome) =>
        _context.KeepAnswers || outcome is not (PaymentOutcome.Approved or PaymentOutcome.Declined);

    public string WireKey(IdempotencyKey key) => key.ToWireKey(_context.KeyNamespace);

    public TransactionReference? Reference(string? id) =>
        string.IsNullOrEmpty(id) || id.Length > MostIdCharacters || id.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? null
            : new TransactionReference(Gateway, Fingerprint, id);
}
