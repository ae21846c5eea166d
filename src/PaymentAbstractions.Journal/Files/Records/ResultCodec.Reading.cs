namespace PaymentAbstractions.Journal;

// The other direction.
internal static partial class ResultCodec
{
    public static PaymentResult Read(RecordReader reader)
    {
        var result = new PaymentResult { Outcome = PaymentOutcome.Unknown, Operation = PaymentOperation.Unknown };
        var problems = new List<RequestProblem>();
        var dropped = new List<string>();
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 27:
                    problems.Add(ReadProblem(reader.Nested));
                    break;
                case 29:
                    dropped.Add(reader.Text);
                    break;
                default:
                    result = Read(result, reader);
                    break;
            }
        }

        return problems.Count + dropped.Count == 0
            ? result
            : result with
            {
                Problems = [.. problems],
                DroppedFields = [.. dropped],
            };
    }

    private static PaymentResult Read(PaymentResult result, RecordReader field) =>
        field.Tag switch
        {
            1 => result with { Outcome = field.Name<PaymentOutcome>() },
            2 => result with { Operation = field.Name<PaymentOperation>() },
            3 => result with { Reason = field.Name<PaymentReason>() },
            4 => result with { Message = field.Text },
            5 => result with { PerformedAs = field.Name<PaymentOperation>() },
            6 => result with { Gateway = field.Text },
            7 => result with { Transaction = TransactionReference.Parse(field.Text) },
            8 => result with { IdempotencyKey = new IdempotencyKey(field.Text) },
            9 => result with { RequestedAmount = field.Amount },
            10 => result with { ApprovedAmount = field.Amount },
            11 => result with { ProcessedAmount = field.Amount },
            12 => result with { Code = SchemeCodec.ReadCode(field.Nested) },
            13 => result with { RetryCategory = field.Name<RetryCategory>() },
            14 => result with { ProviderCode = field.Text },
            15 => result with { ProviderMessage = field.Text },
            16 => result with { NetworkCode = field.Text },
            17 => result with { NetworkMessage = field.Text },
            18 => result with { AuthorizationCode = field.Text },
            19 => result with { Avs = SchemeCodec.ReadAvs(field.Nested) },
            20 => result with { Cvv = SchemeCodec.ReadCvv(field.Nested) },
            21 => result with { NextAction = ReadAction(field.Nested) },
            22 => result with { AuthorizationExpiresAt = field.Time },
            23 => result with { RetryAt = field.Time },
            24 => result with { SentLevel = field.Name<CommercialDataLevel>() },
            25 => result with { ReportedLevel = field.Name<CommercialDataLevel>() },
            26 => result with { Anomaly = ReadAnomaly(field.Nested) },
            28 => result with { CommercialDataPassedThrough = field.Flag },
            _ => result,
        };

    private static NextAction ReadAction(RecordReader reader)
    {
        var (kind, url, expiresAt) = (default(NextActionKind), "", default(DateTimeOffset?));
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    kind = reader.Name<NextActionKind>();
                    break;
                case 2:
                    url = reader.Text;
                    break;
                case 3:
                    expiresAt = reader.Time;
                    break;
            }
        }

        return new NextAction
        {
            Kind = kind,
            Url = new Uri(url, UriKind.RelativeOrAbsolute),
            ExpiresAt = expiresAt,
        };
    }

    private static PaymentAnomaly ReadAnomaly(RecordReader reader)
    {
        var (kind, description) = (default(AnomalyKind), "");
        var transactions = new List<TransactionReference>();
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    kind = reader.Name<AnomalyKind>();
                    break;
                case 2:
                    description = reader.Text;
                    break;
                case 3:
                    transactions.Add(TransactionReference.Parse(reader.Text));
                    break;
            }
        }

        return new PaymentAnomaly
        {
            Kind = kind,
            Description = description,
            Transactions = [.. transactions],
        };
    }

    private static RequestProblem ReadProblem(RecordReader reader)
    {
        var (field, message) = ("", "");
        while (reader.Next())
        {
            (field, message) = reader.Tag switch
            {
                1 => (reader.Text, message),
                2 => (field, reader.Text),
                _ => (field, message),
            };
        }

        return new RequestProblem { Field = field, Message = message };
    }
}
