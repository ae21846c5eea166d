using FsCheck;
using FsCheck.Fluent;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Arbitrary results, in which each property is sometimes set and sometimes not.</summary>
internal static class Outcomes
{
    private static readonly CardBrand[] Brands =
    [
        default,
        CardBrand.Visa,
        CardBrand.Mastercard,
        CardBrand.AmericanExpress,
        CardBrand.Discover,
        CardBrand.Jcb,
        CardBrand.Maestro,
        CardBrand.RuPay,
        CardBrand.FromProvider("A brand of tomorrow"),
    ];

    private static readonly Currency[] Currencies = [.. Currency.All.Where(currency => currency.Exponent >= 0)];

    private static readonly Gen<Money> Amount =
        from units in Gen.Choose(int.MinValue, int.MaxValue)
        from currency in Gen.Elements(Currencies)
        select Money.FromMinorUnits(units, currency);

    private static readonly Gen<DateTimeOffset> Time =
        from seconds in Gen.Choose(0, int.MaxValue)
        from offset in Gen.Choose(-12, 12)
        select DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromHours(offset));

    private static readonly Gen<long?> Revision = Maybe(Gen.Choose(-5, int.MaxValue).Select(number => (long)number));

    private static readonly Gen<string> Text = Gen.Elements(
        "",
        "approved",
        "Kartenprüfung — 拒否 \U0001F6AB",
        "line\nline\0end",
        "Insufficient funds (51), try later",
        new string('x', JournalOutcome.MaxTextLength)
    );

    private static readonly Gen<TransactionReference> Reference =
        from gateway in Gen.Elements("cards_eu", "b2b_us")
        from id in Gen.Choose(0, 1000)
        from account in Gen.Elements(Some.Account, default)
        select new TransactionReference(gateway, account, $"txn-{id}:{id}");

    private static readonly Gen<ResponseCode> Code =
        from code in Gen.Elements(ResponseCode.All.Append(ResponseCode.Unmapped).ToArray())
        from brand in Gen.Elements(Brands)
        from source in Gen.Elements(Enum.GetValues<ResponseCodeSource>())
        select (brand.IsSpecified ? code.ForBrand(brand) : code).WithSource(source);

    private static readonly Gen<string?> Letter = Gen.Elements([
        null,
        .. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString()),
        "a",
        "0",
        "9",
        "!",
        "unclear",
    ]);

    private static readonly Gen<PaymentAnomaly> Anomaly =
        from kind in Gen.Elements(Enum.GetValues<AnomalyKind>())
        from description in Text
        from transactions in Gen.ListOf(Reference)
        select new PaymentAnomaly
        {
            Kind = kind,
            Description = description,
            Transactions = [.. transactions.Take(JournalOutcome.MaxItems)],
        };

    private static readonly Gen<NextAction> Action =
        from url in Gen.Elements("https://pay.example/a?b=c%20d#e", "/relative/path", "https://xn--mller-kva.example/")
        from expires in Maybe(Time)
        from posts in Gen.Elements(true, false)
        let address = new Uri(url, UriKind.RelativeOrAbsolute)
        select posts
            ? (NextAction)
                new FormPostAction
                {
                    Url = address,
                    Fields = Metadata.From([KeyValuePair.Create("MD", url)]),
                    ExpiresAt = expires,
                }
            : new RedirectAction
            {
                Url = address,
                Presentations = [RedirectPresentation.Popup],
                ExpiresAt = expires,
            };

    private static readonly Gen<ThreeDSecureResult> ThreeDSecure =
        from status in Gen.Elements(Enum.GetValues<ThreeDSecureStatus>())
        from shifted in Gen.Elements<bool?>(null, false, true)
        select new ThreeDSecureResult
        {
            Status = status,
            Version = "2.2.0",
            Eci = "05",
            LiabilityShifted = shifted,
        };

    private static readonly Gen<PaymentMethodDetails> Method =
        from kind in Gen.Elements(Enum.GetValues<PaymentMethodKind>())
        from brand in Gen.Elements(Brands)
        from funding in Gen.Elements(Enum.GetValues<CardFunding>())
        from month in Maybe(Gen.Choose(1, 12))
        from wallet in Gen.Elements(default, DigitalWallet.ApplePay, DigitalWallet.FromProvider("A wallet of tomorrow"))
        select new PaymentMethodDetails
        {
            Kind = kind,
            Method = "payment-card",
            Id = "inst_1",
            Brand = brand,
            Bin = "411111",
            LastFour = "1111",
            ExpiryMonth = month,
            ExpiryYear = 2030,
            Funding = funding,
            Wallet = wallet,
        };

    private static readonly Gen<PaymentResult> Verdict =
        from outcome in Gen.Elements(Enum.GetValues<PaymentOutcome>())
        from operation in Gen.Elements(Enum.GetValues<PaymentOperation>())
        from performedAs in Maybe(Gen.Elements(Enum.GetValues<PaymentOperation>()))
        from reason in Gen.Elements(Enum.GetValues<PaymentReason>())
        from transaction in Reference.OrNull()
        from code in Maybe(Code)
        from avs in Letter
        from cvv in Letter
        from brand in Gen.Elements(Brands)
        from secure in ThreeDSecure.OrNull()
        from method in Method
        select new PaymentResult
        {
            Outcome = outcome,
            Operation = operation,
            PerformedAs = performedAs,
            Reason = reason,
            Transaction = transaction,
            Code = code,
            Verification = new VerificationResult
            {
                Avs = AvsResult.FromProvider(avs, brand),
                Cvv = CvvResult.FromProvider(cvv, brand),
                ThreeDSecure = secure,
            },
            PaymentMethod = method,
        };

    private static readonly Gen<PaymentResult> WithTexts =
        from result in Verdict
        from message in Text.OrNull()
        from gateway in Gen.Elements<string?>("cards_eu", null)
        from key in Gen.Elements(default, new IdempotencyKey("key-1"))
        from providerCode in Text.OrNull()
        from providerMessage in Text.OrNull()
        from networkCode in Text.OrNull()
        from networkMessage in Text.OrNull()
        from authorizationCode in Text.OrNull()
        from problems in Gen.ListOf(Text)
        select result with
        {
            Message = message,
            Gateway = gateway,
            IdempotencyKey = key,
            Provider = new ProviderDetails
            {
                Code = providerCode,
                Message = providerMessage,
                NetworkCode = networkCode,
                NetworkMessage = networkMessage,
                AuthorizationCode = authorizationCode,
                TransactionId = "txn_1",
                GatewayTransactionId = "74836950144358910018150",
                AcquirerReferenceNumber = "74836950144358910018150",
            },
            BillingDescriptor = message,
            Problems = [.. problems.Take(5).Select(text => new RequestProblem { Field = "Amount", Message = text })],
        };

    /// <summary>A result as an adapter makes it; a reversal is stored in two parts and has its own tests.</summary>
    public static Gen<PaymentResult> Result { get; } =
        from result in WithTexts
        where result.Outcome != PaymentOutcome.Reversed
        from requested in Maybe(Amount)
        from approved in Maybe(Amount)
        from processed in Maybe(Amount)
        from action in Action.OrNull()
        from anomaly in Anomaly.OrNull()
        from expires in Maybe(Time)
        from retryAt in Maybe(Time)
        from sent in Maybe(Gen.Elements(Enum.GetValues<CommercialDataLevel>()))
        from reported in Maybe(Gen.Elements(Enum.GetValues<CommercialDataLevel>()))
        from passedThrough in Gen.Elements(true, false)
        from dropped in Gen.SubListOf("Duty", "ShipTo.City", "LineItems[*].Description")
        select result with
        {
            RequestedAmount = requested,
            ApprovedAmount = approved,
            ProcessedAmount = processed,
            NextAction = action,
            Anomaly = anomaly,
            AuthorizationExpiresAt = expires,
            RetryAt = retryAt,
            CommercialData = new CommercialDataResult
            {
                SentLevel = sent,
                ReportedLevel = reported,
                PassedThrough = passedThrough,
                DroppedFields = [.. dropped],
            },
            Answer = new ProviderAnswer { HttpStatus = 200, Body = "raw" },
        };

    /// <summary>An outcome with a provider revision.</summary>
    public static Gen<JournalOutcome> Outcome { get; } =
        from result in Result
        from revision in Revision
        select JournalOutcome.Of(result, revision) with
        {
            Observation = null,
        };

    /// <summary>An observation with all possible properties.</summary>
    public static Gen<JournalObservation> Observation { get; } =
        from transaction in Reference
        from readAt in Time
        from revision in Revision
        from isReversed in Gen.Elements(true, false)
        from isDeclined in Gen.Elements(true, false)
        from voided in Maybe(Amount)
        from refunded in Maybe(Amount)
        from captured in Maybe(Amount)
        from processed in Maybe(Amount)
        from dispute in Gen.Elements(Enum.GetValues<DisputeStatus>())
        from settledAt in Maybe(Time)
        from source in Gen.Elements(Enum.GetValues<JournalResolutionSource>())
        select new JournalObservation
        {
            Transaction = transaction,
            ReadAt = readAt,
            ProviderRevision = revision,
            IsReversed = isReversed,
            IsDeclined = isDeclined,
            VoidedAmount = voided,
            RefundedAmount = refunded,
            CapturedAmount = captured,
            ProcessedAmount = processed,
            DisputeStatus = dispute,
            SettledAt = settledAt,
            Source = source,
        };

    /// <summary>An entry with all possible properties.</summary>
    public static Gen<JournalEntry> Entry { get; } =
        from outcome in Outcome.OrNull()
        from amount in Maybe(Amount)
        from original in Reference.OrNull()
        from root in Reference.OrNull()
        from started in Time
        from recorded in Maybe(Time)
        from check in Maybe(Time)
        from flags in Gen.Choose(0, 15)
        from count in Gen.Choose(0, 40)
        from person in Text.OrNull()
        from observation in Observation.OrNull()
        from decidedBy in Maybe(Gen.Elements(Enum.GetValues<JournalResolutionSource>()))
        from environment in Gen.Elements(Enum.GetValues<GatewayEnvironment>())
        select new JournalEntry
        {
            Intent = Some.Sale("key-1") with
            {
                Environment = environment,
                Amount = amount,
                OriginalAuthorized = (flags & 1) == 0 ? null : amount,
                OriginalCaptured = (flags & 2) == 0 ? null : amount,
                Original = original,
                StartedAt = started,
                CustomerId = person,
                MethodFingerprint = (flags & 4) == 0 ? null : "hmac",
                AdditionalPayment = (flags & 1) != 0,
                MultiCapture = (flags & 2) != 0,
                RefundedElsewhere = (flags & 4) == 0 ? null : amount,
                ReadsFirst = (flags & 8) != 0,
                HoldGuardsFor = TimeSpan.FromSeconds(count),
                PaymentMethodId = person,
                Guards =
                [
                    .. Enumerable
                        .Range(0, count % 3)
                        .Select(i => new PaymentGuard { Name = $"guard-{i}", IsShared = i == 1 }),
                ],
                Hints =
                    (flags & 8) == 0
                        ? null
                        : new RecoveryHints
                        {
                            TakenAt = started,
                            KnownTransactionIds = [.. Enumerable.Range(0, count).Select(i => $"known-{i}")],
                        },
            },
            Attempt = count + 1,
            FirstStartedAt = started,
            Outcome = outcome,
            RecordedAt = recorded,
            NextCheckAt = check,
            Resends = count % 4,
            IsAuthorizationClosed = (flags & 4) != 0,
            IsSentAgain = (flags & 1) != 0,
            AmendedAt = (flags & 2) == 0 ? null : started,
            Revision = count,
            PublishedRevision = count / 2,
            OriginalRoot = root ?? original,
            DecidedBy = decidedBy,
            Observation = observation,
            DuplicateOf = (flags & 4) == 0 ? null : new JournalKey(environment, new IdempotencyKey("key-2")),
            IsTombstone = (flags & 8) != 0,
            EarlierAttempts =
            [
                .. Enumerable
                    .Range(1, count % 5)
                    .Select(number => new JournalAttempt
                    {
                        Number = number,
                        Gateway = "cards_eu",
                        Account = Some.Account,
                        StartedAt = started,
                        Outcome = PaymentOutcome.Rejected,
                        Reason = PaymentReason.InvalidRequest,
                    }),
            ],
            Revisions =
            [
                .. Enumerable
                    .Range(1, count % 3)
                    .Select(number => new JournalRevision
                    {
                        Number = number,
                        At = started,
                        Source = JournalResolutionSource.Person,
                        From = number == 1 ? null : PaymentOutcome.Unknown,
                        To = PaymentOutcome.Approved,
                        Changes = number == 1 ? [] : [JournalChange.Outcome, JournalChange.Dispute],
                        Who = person,
                        Why = person,
                    }),
            ],
        };

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct =>
        from isThere in Gen.Elements(true, false)
        from value in gen
        select isThere ? value : (T?)null;
}
