using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Measures a transaction against what was asked for. Approval needs every piece; a contradiction is Unknown.</summary>
internal static class TransactionEvidence
{
    /// <returns>
    /// The id that the answer shows; <paramref name="whenNone"/> when it shows none, and -1 when it shows two.
    /// </returns>
    public static long IdOf(TransactionBody body, long whenNone = 0) =>
        (body.Id ?? 0, body.TransactionId ?? 0) switch
        {
            (0, 0) => whenNone,
            (0, var id) => id,
            (var id, 0) => id,
            var (id, other) => id == other ? id : -1,
        };

    public static Verdict Judge(TransactionBody body, long id, Expectation expected, VirtualTerminalAccount account)
    {
        if (Contradiction(body, id, expected, account) is { } anomaly)
        {
            return new Verdict(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, anomaly.Description)
            {
                Body = body,
                TransactionId = id,
                Anomaly = anomaly,
            };
        }

        return Vocabulary.StatusOf(body.Status) == TransactionStatus.Unknown
            ? new Verdict(
                PaymentOutcome.Unknown,
                PaymentReason.UnrecognizedStatus,
                "The answer shows no status, or one that is not documented."
            )
            {
                Body = body,
                TransactionId = id,
            }
            : new Verdict(PaymentOutcome.Approved, PaymentReason.None, LevelMessage(body, expected))
            {
                Body = body,
                TransactionId = id,
            };
    }

    /// <summary>The level that the provider took it at; none when it names none of the three.</summary>
    public static CommercialDataLevel? LevelOf(TransactionBody? body) =>
        body?.Level switch
        {
            "1" => CommercialDataLevel.LevelI,
            "2" => CommercialDataLevel.LevelII,
            "3" => CommercialDataLevel.LevelIII,
            _ => null,
        };

    private static string? LevelMessage(TransactionBody body, Expectation expected) =>
        LevelOf(body) is { } level && level != expected.Level
            ? $"Sent as {expected.Level} and taken as {level}; the fees differ."
            : null;

    private static PaymentAnomaly? Contradiction(
        TransactionBody body,
        long id,
        Expectation expected,
        VirtualTerminalAccount account
    )
    {
        PaymentAnomaly Anomaly(AnomalyKind kind, string description) =>
            new()
            {
                Kind = kind,
                Description = description,
                Transactions = id > 0 ? [account.Reference(id)] : [],
            };

        if (id <= 0)
        {
            return Anomaly(AnomalyKind.TransactionId, "The answer names no transaction, or more than one.");
        }

        if (VirtualTerminalMoney.Read(body.TotalAmount, account.Currency) is not { } total)
        {
            return Anomaly(AnomalyKind.Amount, $"The answer names no amount; {expected.Amount} was asked for.");
        }

        if (total != expected.Amount)
        {
            return Anomaly(AnomalyKind.Amount, $"{expected.Amount} was asked for and the answer shows {total}.");
        }

        var type = Vocabulary.OperationOf(body.TransactionType);
        if (type != expected.Type)
        {
            return Anomaly(AnomalyKind.TransactionType, $"{expected.Type} was asked for and the answer shows {type}.");
        }

        if (body.CustomerId is { } customer and not 0 && customer != expected.CustomerId)
        {
            return Anomaly(AnomalyKind.Customer, "The answer shows another customer.");
        }

        if (body.PaymentMethodId is { } method and not 0 && method != expected.PaymentMethodId)
        {
            return Anomaly(AnomalyKind.Other, "The answer shows another payment method.");
        }

        return Vocabulary.StatusOf(body.Status) is TransactionStatus.Voided or TransactionStatus.Failed
            ? Anomaly(AnomalyKind.Other, "The answer claims success and shows a transaction that is voided or failed.")
            : null;
    }
}
