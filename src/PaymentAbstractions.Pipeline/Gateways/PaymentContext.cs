using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The state of one payment while it passes through the stages.</summary>
/// <remarks>Belongs to one run. Its stages run one after the other.</remarks>
internal sealed class PaymentContext
{
    public PaymentContext(ConfiguredGateway gateway, PaymentRequest asked, CancellationToken caller)
    {
        Asked = asked;
        Caller = caller;
        MoveTo(gateway);
    }

    /// <summary>The gateway that the payment goes to.</summary>
    public ConfiguredGateway Gateway { get; private set; }

    /// <summary>The caller's request.</summary>
    public PaymentRequest Asked { get; }

    /// <summary>Cancels the caller's wait.</summary>
    public CancellationToken Caller { get; }

    /// <summary>
    /// The action to run instead of sending when the journal does not know the key; <see langword="null"/> for a payment to send.
    /// </summary>
    public Func<PaymentContext, Task<PaymentResult>>? InsteadOfSending { get; init; }

    /// <summary>Whether the payment is to be sent.</summary>
    public bool Sends => InsteadOfSending is null;

    /// <summary>Whether another run would treat an unknown key in the same way, so that both can share one answer.</summary>
    public bool IsLike(PaymentContext other) => InsteadOfSending?.Method == other.InsteadOfSending?.Method;

    /// <summary>The request for the adapter.</summary>
    public PaymentRequest Request { get; private set; }

    /// <summary>The commercial card data that the adapter does not receive, for the result to report.</summary>
    public LeftOutData? LeftOut { get; private set; }

    /// <summary>All problems that the rules found in the request for this gateway.</summary>
    public ProblemList Problems { get; private set; }

    /// <summary>The run that the payment belongs to; set by the in-flight stage.</summary>
    public InFlightPayment InFlight { get; set; } = null!;

    /// <summary>The span of the attempt; empty without a listener. Set by the journal stage.</summary>
    public OpenSpan Span { get; set; }

    /// <summary>When the attempt began. Set by the journal stage, like the following members.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The time in which the attempt may be sent.</summary>
    public SendWindow Window { get; private set; } = null!;

    /// <summary>
    /// Until when the provider rejects a second transaction under the key; <see langword="null"/> when it does not honor keys.
    /// </summary>
    public DateTimeOffset? KeyHonoredUntil { get; private set; }

    /// <summary>The attempt's turn on its guards; <see langword="null"/> when it needs no guards.</summary>
    public AttemptTurn? Turn { get; private set; }

    /// <summary>The result proven so far, including an unknown outcome of an earlier exchange under the key.</summary>
    public PaymentResult? Proven { get; private set; }

    /// <summary>The intent to record, as far as it is compared with an earlier use of the key.</summary>
    public JournalIntent IntentIn(SendWindow window)
    {
        var request = Request;
        return JournalIntent.Of(
            request,
            Gateway.Name,
            Gateway.Environment,
            Gateway.Account,
            Gateway.KeyNamespace,
            window.OpenedAt,
            window.SendBy
        ) with
        {
            // An invalid request can still be a repeat of a known key.
            Amount = request.Amount is { IsSpecified: true } ? request.Amount : null,
            MethodFingerprint = Gateway.MethodFingerprint.Of((request as PaymentMethodRequest)?.PaymentMethod),
            AdditionalPayment = request is ChargeRequest { AdditionalPayment: true },
            MultiCapture = Gateway.Capabilities.MultiCapture,
            RefundedElsewhere =
                (request as RefundRequest)?.RefundedElsewhere ?? (request as VoidRequest)?.RefundedElsewhere,
        };
    }

    /// <summary>Passes a repeat to the gateway that has its key, because an unresolved payment can be sent again only there.</summary>
    public void HandOver(JournalIntent intent, ConfiguredGateway? owner)
    {
        if (owner is not null && owner != Gateway && owner.Account == intent.Account)
        {
            MoveTo(owner);
        }
    }

    /// <summary>Switches to another gateway.</summary>
    [MemberNotNull(nameof(Gateway), nameof(Request), nameof(Problems))]
    public void MoveTo(ConfiguredGateway owner)
    {
        Gateway = owner;
        (Request, LeftOut, Problems) = owner.Check(Asked);
    }

    /// <summary>Sets the conditions under which the payment may be sent.</summary>
    /// <param name="startedAt">When the attempt began.</param>
    /// <param name="window">The time in which it may be sent.</param>
    /// <param name="keyHonoredUntil">Until when the provider honors the key.</param>
    /// <param name="turn">The turn on its guards; <see langword="null"/> when it needs none.</param>
    /// <param name="before">The unknown outcome of an earlier exchange under the key.</param>
    public void MaySend(
        DateTimeOffset startedAt,
        SendWindow window,
        DateTimeOffset? keyHonoredUntil,
        AttemptTurn? turn,
        PaymentResult? before = null
    )
    {
        Turn = turn;
        StartedAt = startedAt;
        Window = window;
        KeyHonoredUntil = keyHonoredUntil;
        Proven = before;
    }

    /// <summary>Adds the result of one more run of the adapter.</summary>
    public PaymentResult Add(PaymentResult result) => Proven = SafeToRepeat.After(Proven, result);

    /// <summary>The time by the journal's clock, which the sending window and the key window refer to.</summary>
    public DateTimeOffset Now => Window.Now;

    /// <summary>Returns whether another exchange may begin then: the caller still waits and the sending window is open.</summary>
    public bool MayGoOn(DateTimeOffset at) =>
        !InFlight.Patience.IsCancellationRequested && Window.IsOpen && at <= Window.SendBy;
}
