using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>One gateway's settings, checked and worked out.</summary>
internal sealed class VirtualTerminalAccount
{
    private static readonly TimeSpan UsualSendTimeout = TimeSpan.FromSeconds(30);
    private readonly GatewayContext _context;

    public VirtualTerminalAccount(VirtualTerminalOptions options, GatewayContext context)
    {
        Options = options;
        _context = context;
        Fingerprint = AccountFingerprint.Of("VirtualTerminal", BaseUrl.Host, options.MerchantId!);
        Currency = Currency.Parse(options.Currency);
        Shown = new ShownText(options.ApiKey!);
    }

    public VirtualTerminalOptions Options { get; }

    public AccountFingerprint Fingerprint { get; }

    public Currency Currency { get; }

    public ShownText Shown { get; }

    public Uri BaseUrl => Options.BaseUrl!;

    public string Gateway => _context.Name;

    public TimeProvider Time => _context.TimeProvider;

    public TimeSpan SendTimeout =>
        Options.SendTimeout ?? (Options.Deadline < UsualSendTimeout ? Options.Deadline : UsualSendTimeout);

    /// <summary>What proves no final outcome is for a person to read; the rest is kept only on demand.</summary>
    public bool KeepsAnswer(PaymentOutcome outcome) =>
        _context.KeepAnswers || outcome is not (PaymentOutcome.Approved or PaymentOutcome.Declined);

    public string WireKey(IdempotencyKey key) => key.ToWireKey(_context.KeyNamespace);

    public TransactionReference Reference(long id) =>
        new(Gateway, Fingerprint, id.ToString(CultureInfo.InvariantCulture));
}
