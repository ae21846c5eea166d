using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>One payment on its way through the stages.</summary>
/// <remarks>Belongs to one run; its stages work one after the other.</remarks>
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

    /// <summary>The request as the caller gave it.</summary>
    public PaymentRequest Asked { get; }

    /// <summary>Ends the caller's waiting.</summary>
    public CancellationToken Caller { get; }

    /// <summary>
    /// What is done instead of sending when the journal does not know the key; none for a payment that is to be sent.
    /// </summary>
    public Func<PaymentContext, Task<PaymentResult>>? InsteadOfSending { get; init; }

    /// <summary>Whether the payment is to be sent.</summary>
    public bool Sends => InsteadOfSending is null;

    /// <summary>Whether a run does the same with a key that is not known, so that one answer is right for both.</summary>
    public bool IsLike(PaymentContext other) => InsteadOfSending?.Method == other.InsteadOfSending?.Method;

    /// <summary>The request as the adapter gets it.</summary>
    public PaymentRequest Request { get; private set; }

    /// <summary>The commercial card data that the adapter does not get, for the result to report.</summary>
    public LeftOutData? LeftOut { get; private set; }

    /// <summary>Everything that the rules have against the request at this gateway.</summary>
    public ProblemList Problems { get; private set; }

    /// <summary>The run that the payment belongs to; set by the in-flight stage.</summary>
    public InFlightPayment InFlight { get; set; } = null!;

    /// <summary>The span of the attempt; none when nothing traces. Set by the journal stage.</summary>
    public Activity? Span { get; set; }

    /// <summary>When the attempt began; set by the journal stage, like what follows.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The time in which the attempt may be sent.</summary>
    public SendWindow Window { get; private set; } = null!;

    /// <summary>Until when the provider refuses a second transaction under the key; none when it honors no key.</summary>
    public DateTimeOffset? KeyHonoredUntil { get; private set; }

    /// <summary>What the attempt has for itself and knows of others; none when it needs no guards.</summary>
    public AttemptTurn? Turn { get; private set; }

    /// <summary>What is proven so far; the doubt of an earlier exchange under the key is part of it.</summary>
    public PaymentResult? Proven { get; private set; }

    /// <summary>What must survive of the payment, as far as it is compared with an earlier use of the key.</summary>
    public JournalIntent IntentIn(SendWindow window)
    {
        var request = Request;
        var intent = JournalIntent.Of(
            request,
            Gateway.Name,
            Gateway.Environment,
            Gateway.Account,
            Gateway.KeyNamespace,
            window.OpenedAt,
            window.SendBy
        );
        return intent with
        {
            // A request that is wrong can still be a repeat of a key that is known.
            Amount = intent.Amount is { IsSpecified: true } ? intent.Amount : null,
            MethodFingerprint = Gateway.MethodFingerprint.Of((request as PaymentMethodRequest)?.PaymentMethod),
            AdditionalPayment = request is ChargeRequest { AdditionalPayment: true },
            MultiCapture = Gateway.Capabilities.MultiCapture,
            RefundedElsewhere =
                (request as RefundRequest)?.RefundedElsewhere ?? (request as VoidRequest)?.RefundedElsewhere,
        };
    }

    /// <summary>Hands a repeat over to the gateway that has its key: one in doubt can be sent again only there.</summary>
    public void HandOver(JournalIntent intent, ConfiguredGateway? owner)
    {
        if (owner is not null && owner != Gateway && owner.Account == intent.Account)
        {
            MoveTo(owner);
        }
    }

    /// <summary>Takes another gateway.</summary>
    [MemberNotNull(nameof(Gateway), nameof(Request), nameof(Problems))]
    public void MoveTo(ConfiguredGateway owner)
    {
        Gateway = owner;
        (Request, LeftOut, Problems) = owner.Check(Asked);
    }

    /// <summary>Says how the payment may be sent.</summary>
    /// <param name="startedAt">When the attempt began.</param>
    /// <param name="window">The time in which it may be sent.</param>
    /// <param name="keyHonoredUntil">Until when the provider honors the key.</param>
    /// <param name="turn">What it has for itself; none when it needs no guards.</param>
    /// <param name="before">The doubt of an earlier exchange under the key.</param>
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

    /// <summary>Adds what one more run of the adapter proves.</summary>
    public PaymentResult Add(PaymentResult result) => Proven = SafeToRepeat.After(Proven, result);

    /// <summary>The time by the clock of the journal, by which the window and the memory of keys are meant.</summary>
    public DateTimeOffset Now => Window.Now;

    /// <summary>Whether another exchange may begin then: while the caller waits and the attempt may be sent.</summary>
    public bool MayGoOn(DateTimeOffset at) =>
        !InFlight.Patience.IsCancellationRequested && Window.IsOpen && at <= Window.SendBy;
}
