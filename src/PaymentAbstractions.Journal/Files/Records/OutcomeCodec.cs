namespace PaymentAbstractions.Journal;

/// <summary>An outcome as fields. The numbers are the format: never change one, never use one again.</summary>
internal static class OutcomeCodec
{
    public static void Write(RecordWriter writer, JournalOutcome outcome)
    {
        writer.Nested(1, outcome.Result, ResultCodec.Write);
        writer.Number(2, outcome.ProviderRevision);
    }

    public static JournalOutcome Read(RecordReader reader)
    {
        PaymentResult? result = null;
        var revision = default(long?);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    result = ResultCodec.Read(reader.Nested);
                    break;
                case 2:
                    revision = reader.Number;
                    break;
            }
        }

        return new JournalOutcome
        {
            Result = result ?? throw new FormatException("An outcome has no result."),
            ProviderRevision = revision,
        };
    }
}
