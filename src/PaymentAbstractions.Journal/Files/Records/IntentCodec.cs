namespace PaymentAbstractions.Journal;

/// <summary>An intent as fields. The numbers are the format: never change one, never use one again.</summary>
internal static class IntentCodec
{
    public static void Write(RecordWriter writer, JournalIntent intent)
    {
        writer.Text(1, intent.Key.Value);
        writer.Name(2, intent.Operation);
        writer.Text(3, intent.Gateway);
        writer.Text(4, intent.Account.Value);
        writer.Time(5, intent.StartedAt);
        writer.Time(6, intent.SendBy);
        writer.Amount(7, intent.Amount);
        writer.Text(8, intent.Order.IsSpecified ? intent.Order.Value : null);
        writer.Text(9, intent.CustomerId);
        writer.Text(10, intent.Original?.ToString());
        writer.Amount(11, intent.OriginalAuthorized);
        writer.Amount(12, intent.OriginalCaptured);
        writer.Text(13, intent.MethodFingerprint);
        writer.Flag(14, intent.AdditionalPayment);
        writer.Flag(15, intent.MultiCapture);
        if (intent.Hints is { } hints)
        {
            writer.Nested(16, hints, WriteHints);
        }

        writer.Name(17, intent.Environment);
    }

    public static JournalIntent Read(RecordReader reader)
    {
        var intent = new JournalIntent
        {
            Key = default,
            Environment = default,
            Operation = default,
            Gateway = "",
            Account = default,
            StartedAt = default,
            SendBy = default,
        };
        while (reader.Next())
        {
            intent = Read(intent, reader);
        }

        return intent;
    }

    private static JournalIntent Read(JournalIntent intent, RecordReader field) =>
        field.Tag switch
        {
            1 => intent with { Key = new IdempotencyKey(field.Text) },
            2 => intent with { Operation = field.Name<PaymentOperation>() },
            3 => intent with { Gateway = field.Text },
            4 => intent with { Account = AccountFingerprint.TryParse(field.Text, out var account) ? account : default },
            5 => intent with { StartedAt = field.Time },
            6 => intent with { SendBy = field.Time },
            7 => intent with { Amount = field.Amount },
            8 => intent with { Order = new OrderReference(field.Text) },
            9 => intent with { CustomerId = field.Text },
            10 => intent with { Original = TransactionReference.Parse(field.Text) },
            11 => intent with { OriginalAuthorized = field.Amount },
            12 => intent with { OriginalCaptured = field.Amount },
            13 => intent with { MethodFingerprint = field.Text },
            14 => intent with { AdditionalPayment = field.Flag },
            15 => intent with { MultiCapture = field.Flag },
            16 => intent with { Hints = ReadHints(field.Nested) },
            17 => intent with { Environment = field.Name<GatewayEnvironment>() },
            _ => intent,
        };

    private static void WriteHints(RecordWriter writer, RecoveryHints hints)
    {
        writer.Time(1, hints.TakenAt);
        writer.Text(2, hints.PaymentMethodId);
        foreach (var id in hints.KnownTransactionIds)
        {
            writer.Text(3, id);
        }
    }

    private static RecoveryHints ReadHints(RecordReader reader)
    {
        var (takenAt, method) = (default(DateTimeOffset), default(string));
        var known = new List<string>();
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    takenAt = reader.Time;
                    break;
                case 2:
                    method = reader.Text;
                    break;
                case 3:
                    known.Add(reader.Text);
                    break;
            }
        }

        return new RecoveryHints
        {
            TakenAt = takenAt,
            PaymentMethodId = method,
            KnownTransactionIds = [.. known],
        };
    }
}
