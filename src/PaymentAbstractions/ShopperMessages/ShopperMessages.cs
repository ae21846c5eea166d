namespace PaymentAbstractions;

/// <summary>The messages for customers, and which of them fits.</summary>
internal static class ShopperMessages
{
    private const string NotCharged = "You have not been charged.";

    private static readonly ShopperMessage Approved = Say(
        "payment.approved",
        "Thank you. Your payment was successful."
    );

    private static readonly ShopperMessage AlreadyPaid = Say(
        "payment.approved.already_paid",
        "This order is already paid. You do not need to pay again."
    );

    private static readonly ShopperMessage PartiallyApproved = Say(
        "payment.partially_approved",
        "Your card covered a part of the amount. Pay the rest with another payment method, or cancel the payment."
    );

    private static readonly ShopperMessage WaitingForCustomer = Say(
        "payment.pending.customer",
        "Your bank asks you to confirm this payment. Follow the next step to complete it."
    );

    private static readonly ShopperMessage Pending = Say(
        "payment.pending",
        "Your payment is being processed. Please do not pay again. We will notify you when it is complete."
    );

    private static readonly ShopperMessage Unknown = Say(
        "payment.unknown",
        "We could not confirm your payment yet. Please do not pay again. We are checking it and will notify you."
    );

    private static readonly ShopperMessage InProgress = Say(
        "payment.in_progress",
        "A payment for this order is already in progress. Please wait, and do not pay again."
    );

    private static readonly ShopperMessage NotSent = Say(
        "payment.not_sent",
        $"We could not reach the payment provider. {NotCharged} Please try again in a few minutes."
    );

    private static readonly ShopperMessage Rejected = Say(
        "payment.rejected",
        $"We cannot take this payment at the moment. {NotCharged} Please contact us."
    );

    private static readonly ShopperMessage RetryLimitReached = Say(
        "payment.rejected.retry_limit",
        $"This card cannot be used again at the moment. {NotCharged} Please use another payment method."
    );

    private static readonly ShopperMessage Canceled = Say(
        "payment.declined.canceled",
        $"The payment was canceled. {NotCharged}"
    );

    private static readonly ShopperMessage Abandoned = Say(
        "payment.declined.abandoned",
        $"The payment was not completed in time. {NotCharged} Please try again."
    );

    private static readonly ShopperMessage ChangedByProvider = Say(
        "payment.declined.changed",
        "Your payment was not completed after all. Please contact us before you pay again."
    );

    private static readonly ShopperMessage RetryLater = Say(
        "payment.declined.retry_later",
        $"Your payment was declined. {NotCharged} Please try again later, or use another payment method."
    );

    private static readonly ShopperMessage UseAnotherMethod = Say(
        "payment.declined.use_another_method",
        $"Your payment was declined. {NotCharged} Please use another payment method."
    );

    private static readonly ShopperMessage FixData = Say(
        "payment.declined.fix_data",
        $"The card details could not be confirmed. {NotCharged} Check the card number, expiration date and security code, and try again."
    );

    private static readonly ShopperMessage AuthenticateCustomer = Say(
        "payment.declined.authenticate_customer",
        $"Your bank needs to confirm that it is you. {NotCharged} Please try again and complete the confirmation."
    );

    private static readonly ShopperMessage BringCustomerBack = Say(
        "payment.declined.bring_customer_back",
        $"Your bank needs you to confirm this payment. {NotCharged} Please open your order and pay there."
    );

    private static readonly ShopperMessage CallIssuer = Say(
        "payment.declined.call_issuer",
        $"Your bank declined the payment. {NotCharged} Please contact your bank, or use another payment method."
    );

    private static readonly ShopperMessage LookUp = Say("payment.declined.look_up", Unknown.Text);

    private static readonly ShopperMessage DoNotRetry = Say(
        "payment.declined.do_not_retry",
        $"We cannot accept this payment. {NotCharged} Please use another payment method."
    );

    private static readonly ShopperMessage FixConfiguration = Say(
        "payment.declined.fix_configuration",
        $"We cannot take this payment at the moment. {NotCharged} Please use another payment method, or contact us."
    );

    private static readonly ShopperMessage Reversed = Say(
        "payment.reversed",
        "This payment was canceled or refunded. Please contact us if you have questions."
    );

    private static readonly ShopperMessage Voided = Say("void.approved", "Your payment was canceled.");

    private static readonly ShopperMessage NotVoided = Say(
        "void.not_completed",
        "Your payment could not be canceled yet. Please contact us."
    );

    private static readonly ShopperMessage Refunded = Say(
        "refund.approved",
        "Your refund was approved. It can take a few days until your bank shows it."
    );

    private static readonly ShopperMessage Captured = Say("capture.approved", Approved.Text);

    private static readonly ShopperMessage CapturePending = Say(
        "capture.pending",
        "Your payment is being completed. Please do not pay again."
    );

    private static readonly ShopperMessage NotCaptured = Say(
        "capture.not_completed",
        "Your payment could not be completed yet. Please contact us before you pay again."
    );

    private static readonly ShopperMessage RefundUnknown = Say(
        "refund.unknown",
        "We could not confirm your refund yet. We are checking it and will notify you."
    );

    private static readonly ShopperMessage RefundPending = Say("refund.pending", "Your refund is being processed.");

    private static readonly ShopperMessage NotRefunded = Say(
        "refund.not_completed",
        "Your refund could not be completed yet. Please contact us."
    );

    private static readonly ShopperMessage Saved = Say("setup.approved", "Your payment method was saved.");

    public static ValueList<ShopperMessage> All { get; } =
    [
        .. new[]
        {
            Approved,
            AlreadyPaid,
            PartiallyApproved,
            WaitingForCustomer,
            Pending,
            Unknown,
            InProgress,
            NotSent,
            Rejected,
            RetryLimitReached,
            Canceled,
            Abandoned,
            ChangedByProvider,
            RetryLater,
            UseAnotherMethod,
            FixData,
            AuthenticateCustomer,
            BringCustomerBack,
            CallIssuer,
            LookUp,
            DoNotRetry,
            FixConfiguration,
            Reversed,
            Voided,
            NotVoided,
            Captured,
            CapturePending,
            NotCaptured,
            Refunded,
            RefundPending,
            RefundUnknown,
            NotRefunded,
            Saved,
        }.OrderBy(message => message.Key, StringComparer.Ordinal),
    ];

    public static ShopperMessage Choose(
        PaymentOperation operation,
        PaymentOutcome outcome,
        PaymentReason reason,
        ResponseAdvice? advice
    ) =>
        (operation, outcome) switch
        {
            (PaymentOperation.Capture, PaymentOutcome.Approved) => Captured,
            (PaymentOperation.Capture, PaymentOutcome.Pending or PaymentOutcome.Unknown) => CapturePending,
            (PaymentOperation.Capture, PaymentOutcome.Reversed) => Reversed,
            (PaymentOperation.Capture, _) => NotCaptured,
            (PaymentOperation.Void, PaymentOutcome.Approved) => Voided,
            (PaymentOperation.Void, _) => NotVoided,
            (PaymentOperation.Refund or PaymentOperation.Credit, PaymentOutcome.Approved) => Refunded,
            (PaymentOperation.Refund or PaymentOperation.Credit, PaymentOutcome.Pending) => RefundPending,
            (PaymentOperation.Refund or PaymentOperation.Credit, PaymentOutcome.Unknown) => RefundUnknown,
            (PaymentOperation.Refund or PaymentOperation.Credit, _) => NotRefunded,
            (PaymentOperation.Setup, PaymentOutcome.Approved) => Saved,
            _ => OfCharge(outcome, reason, advice),
        };

    // The reason comes first where it says more than the outcome. What may have moved money never invites to pay again.
    private static ShopperMessage OfCharge(PaymentOutcome outcome, PaymentReason reason, ResponseAdvice? advice) =>
        (outcome, reason) switch
        {
            (PaymentOutcome.Approved, PaymentReason.AlreadyPaid) => AlreadyPaid,
            (PaymentOutcome.Approved, _) => Approved,
            (PaymentOutcome.PartiallyApproved, _) => PartiallyApproved,
            (PaymentOutcome.Reversed, _) => Reversed,
            (PaymentOutcome.Pending, PaymentReason.WaitingForCustomer) => WaitingForCustomer,
            (not PaymentOutcome.Unknown and not PaymentOutcome.Declined, PaymentReason.AlreadyInProgress) => InProgress,
            (PaymentOutcome.Pending, _) => Pending,
            (PaymentOutcome.Rejected, PaymentReason.RetryLimitReached) => RetryLimitReached,
            (PaymentOutcome.Rejected, _) => Rejected,
            (PaymentOutcome.NotSent, _) => NotSent,
            (PaymentOutcome.Declined, PaymentReason.ChangedByProvider or PaymentReason.AlreadyPaid) =>
                ChangedByProvider,
            (PaymentOutcome.Declined, PaymentReason.Canceled) => Canceled,
            (PaymentOutcome.Declined, PaymentReason.Abandoned) => Abandoned,
            (PaymentOutcome.Declined, _) => OfDecline(advice),
            _ => Unknown,
        };

    private static ShopperMessage OfDecline(ResponseAdvice? advice) =>
        advice switch
        {
            ResponseAdvice.RetryLater => RetryLater,
            ResponseAdvice.FixData => FixData,
            ResponseAdvice.AuthenticateCustomer => AuthenticateCustomer,
            ResponseAdvice.BringCustomerBack => BringCustomerBack,
            ResponseAdvice.CallIssuer => CallIssuer,
            ResponseAdvice.LookUp => LookUp,
            ResponseAdvice.DoNotRetry => DoNotRetry,
            ResponseAdvice.FixConfiguration => FixConfiguration,
            _ => UseAnotherMethod,
        };

    private static ShopperMessage Say(string key, string text) => new() { Key = key, Text = text };
}
