namespace PaymentAbstractions.Journal;

/// <summary>An entry as fields. The numbers are the format: never change one, never use one again.</summary>
internal static class EntryCodec
{
    public static void Write(RecordWriter writer, JournalEntry entry)
    {
        writer.Nested(1, entry.Intent, IntentCodec.Write);
        writer.Number(2, entry.Attempt);
        writer.Time(3, entry.FirstStartedAt);
        if (entry.Outcome is { } outcome)
        {
            writer.Nested(4, outcome, OutcomeCodec.Write);
        }

        writer.Time(5, entry.RecordedAt);
        writer.Number(6, entry.Revision);
        writer.Number(7, entry.PublishedRevision);
        writer.Text(8, entry.OriginalRoot == entry.Intent.Original ? null : entry.OriginalRoot?.ToString());
        foreach (var attempt in entry.EarlierAttempts)
        {
            writer.Nested(10, attempt, WriteAttempt);
        }

        foreach (var revision in entry.Revisions)
        {
            writer.Nested(11, revision, WriteRevision);
        }

        writer.Flag(12, entry.IsTombstone);
        writer.Text(13, entry.DecidedBy?.ToString());
        if (entry.Observation is { } observation)
        {
            writer.Nested(14, observation, ObservationCodec.Write);
        }

        if (entry.DuplicateOf is { } other)
        {
            writer.Nested(15, other, WriteKey);
        }
    }

    public static JournalEntry Read(RecordReader reader)
    {
        JournalEntry? entry = null;
        var attempts = new List<JournalAttempt>();
        var revisions = new List<JournalRevision>();
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    entry = Begin(IntentCodec.Read(reader.Nested));
                    break;
                case 10:
                    attempts.Add(ReadAttempt(reader.Nested));
                    break;
                case 11:
                    revisions.Add(ReadRevision(reader.Nested));
                    break;
                default:
                    entry = Read(
                        entry ?? throw new FormatException("An entry does not begin with its intent."),
                        reader
                    );
                    break;
            }
        }

        return (entry ?? throw new FormatException("An entry has no intent.")) with
        {
            EarlierAttempts = [.. attempts],
            Revisions = [.. revisions],
        };
    }

    private static JournalEntry Begin(JournalIntent intent) =>
        new()
        {
            Intent = intent,
            Attempt = 0,
            FirstStartedAt = default,
            OriginalRoot = intent.Original,
        };

    private static JournalEntry Read(JournalEntry entry, RecordReader field) =>
        field.Tag switch
        {
            2 => entry with { Attempt = (int)field.Number },
            3 => entry with { FirstStartedAt = field.Time },
            4 => entry with { Outcome = OutcomeCodec.Read(field.Nested) },
            5 => entry with { RecordedAt = field.Time },
            6 => entry with { Revision = field.Number },
            7 => entry with { PublishedRevision = field.Number },
            8 => entry with { OriginalRoot = TransactionReference.Parse(field.Text) },
            12 => entry with { IsTombstone = field.Flag },
            13 => entry with { DecidedBy = field.Name<JournalResolutionSource>() },
            14 => entry with { Observation = ObservationCodec.Read(field.Nested) },
            15 => entry with { DuplicateOf = ReadKey(field.Nested) },
            _ => entry,
        };

    private static void WriteKey(RecordWriter writer, JournalKey key)
    {
        writer.Name(1, key.Environment);
        writer.Text(2, key.Key.Value);
    }

    private static JournalKey ReadKey(RecordReader reader)
    {
        var (environment, key) = (default(GatewayEnvironment), "");
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    environment = reader.Name<GatewayEnvironment>();
                    break;
                case 2:
                    key = reader.Text;
                    break;
            }
        }

        return new JournalKey(environment, new IdempotencyKey(key));
    }

    private static void WriteAttempt(RecordWriter writer, JournalAttempt attempt)
    {
        writer.Number(1, attempt.Number);
        writer.Text(2, attempt.Gateway);
        writer.Text(3, attempt.Account.Value);
        writer.Time(4, attempt.StartedAt);
        writer.Name(5, attempt.Outcome);
        writer.Name(6, attempt.Reason);
    }

    private static JournalAttempt ReadAttempt(RecordReader reader)
    {
        var (number, gateway, account) = (0, "", default(AccountFingerprint));
        var (startedAt, outcome, reason) = (default(DateTimeOffset), default(PaymentOutcome), default(PaymentReason));
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    number = (int)reader.Number;
                    break;
                case 2:
                    gateway = reader.Text;
                    break;
                case 3:
                    _ = AccountFingerprint.TryParse(reader.Text, out account);
                    break;
                case 4:
                    startedAt = reader.Time;
                    break;
                case 5:
                    outcome = reader.Name<PaymentOutcome>();
                    break;
                case 6:
                    reason = reader.Name<PaymentReason>();
                    break;
            }
        }

        return new JournalAttempt
        {
            Number = number,
            Gateway = gateway,
            Account = account,
            StartedAt = startedAt,
            Outcome = outcome,
            Reason = reason,
        };
    }

    private static void WriteRevision(RecordWriter writer, JournalRevision revision)
    {
        writer.Number(1, revision.Number);
        writer.Time(2, revision.At);
        writer.Name(3, revision.Source);
        writer.Text(4, revision.From?.ToString());
        writer.Name(5, revision.To);
        writer.Text(6, revision.Who);
        writer.Text(7, revision.Why);
    }

    private static JournalRevision ReadRevision(RecordReader reader)
    {
        var (number, at, source) = (0L, default(DateTimeOffset), default(JournalResolutionSource));
        var (from, to) = (default(PaymentOutcome?), default(PaymentOutcome));
        var (who, why) = (default(string), default(string));
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    number = reader.Number;
                    break;
                case 2:
                    at = reader.Time;
                    break;
                case 3:
                    source = reader.Name<JournalResolutionSource>();
                    break;
                case 4:
                    from = reader.Name<PaymentOutcome>();
                    break;
                case 5:
                    to = reader.Name<PaymentOutcome>();
                    break;
                case 6:
                    who = reader.Text;
                    break;
                case 7:
                    why = reader.Text;
                    break;
            }
        }

        return new JournalRevision
        {
            Number = number,
            At = at,
            Source = source,
            From = from,
            To = to,
            Who = who,
            Why = why,
        };
    }
}
