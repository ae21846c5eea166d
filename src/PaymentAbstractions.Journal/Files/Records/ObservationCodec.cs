namespace PaymentAbstractions.Journal;

/// <summary>An observation as fields. The numbers are the format: never change one, never use one again.</summary>
internal static class ObservationCodec
{
    public static void Write(RecordWriter writer, JournalObservation observation)
    {
        writer.Text(1, observation.Transaction.ToString());
        writer.Time(2, observation.ReadAt);
        writer.Number(3, observation.ProviderRevision);
        writer.Flag(4, observation.IsReversed);
        writer.Amount(5, observation.VoidedAmount);
        writer.Amount(6, observation.RefundedAmount);
        writer.Amount(7, observation.CapturedAmount);
        writer.Amount(8, observation.ProcessedAmount);
        writer.Name(9, observation.DisputeStatus);
        writer.Time(10, observation.SettledAt);
        writer.Name(11, observation.Source);
    }

    public static JournalObservation Read(RecordReader reader)
    {
        JournalObservation? observation = null;
        while (reader.Next())
        {
            observation =
                reader.Tag == 1
                    ? new JournalObservation { Transaction = TransactionReference.Parse(reader.Text), ReadAt = default }
                    : Read(
                        observation ?? throw new FormatException("An observation names no transaction first."),
                        reader
                    );
        }

        return observation ?? throw new FormatException("An observation is empty.");
    }

    private static JournalObservation Read(JournalObservation observation, RecordReader field) =>
        field.Tag switch
        {
            2 => observation with { ReadAt = field.Time },
            3 => observation with { ProviderRevision = field.Number },
            4 => observation with { IsReversed = field.Flag },
            5 => observation with { VoidedAmount = field.Amount },
            6 => observation with { RefundedAmount = field.Amount },
            7 => observation with { CapturedAmount = field.Amount },
            8 => observation with { ProcessedAmount = field.Amount },
            9 => observation with { DisputeStatus = field.Name<DisputeStatus>() },
            10 => observation with { SettledAt = field.Time },
            11 => observation with { Source = field.Name<JournalResolutionSource>() },
            _ => observation,
        };
}
