namespace PaymentAbstractions.Journal;

/// <summary>A result as fields. The numbers are the format: never change one, never use one again.</summary>
internal static partial class ResultCodec
{
    public static void Write(RecordWriter writer, PaymentResult result)
    {
        writer.Name(1, result.Outcome);
        writer.Name(2, result.Operation);
        writer.Name(3, result.Reason);
        writer.Text(4, result.Message);
        writer.Text(5, result.PerformedAs?.ToString());
        writer.Text(6, result.Gateway);
        writer.Text(7, result.Transaction?.ToString());
        writer.Text(8, result.IdempotencyKey.IsSpecified ? result.IdempotencyKey.Value : null);
        writer.Amount(9, result.RequestedAmount);
        writer.Amount(10, result.ApprovedAmount);
        writer.Amount(11, result.ProcessedAmount);
        if (result.Code is { } code)
        {
            writer.Nested(12, code, SchemeCodec.Write);
        }

        writer.Name(13, result.RetryCategory);
        writer.Text(14, result.ProviderCode);
        writer.Text(15, result.ProviderMessage);
        writer.Text(16, result.NetworkCode);
        writer.Text(17, result.NetworkMessage);
        writer.Text(18, result.AuthorizationCode);
        if (!result.Avs.IsNotProvided)
        {
            writer.Nested(19, result.Avs, SchemeCodec.Write);
        }

        if (!result.Cvv.IsNotProvided)
        {
            writer.Nested(20, result.Cvv, SchemeCodec.Write);
        }

        if (result.NextAction is { } action)
        {
            writer.Nested(21, action, WriteAction);
        }

        writer.Time(22, result.AuthorizationExpiresAt);
        writer.Time(23, result.RetryAt);
        writer.Text(24, result.SentLevel?.ToString());
        writer.Text(25, result.ReportedLevel?.ToString());
        if (result.Anomaly is { } anomaly)
        {
            writer.Nested(26, anomaly, WriteAnomaly);
        }

        foreach (var problem in result.Problems)
        {
            writer.Nested(27, problem, WriteProblem);
        }

        writer.Flag(28, result.CommercialDataPassedThrough);
        foreach (var field in result.DroppedFields)
        {
            writer.Text(29, field);
        }
    }

    private static void WriteAction(RecordWriter writer, NextAction action)
    {
        writer.Name(1, action.Kind);
        writer.Text(2, action.Url.OriginalString);
        writer.Time(3, action.ExpiresAt);
    }

    private static void WriteAnomaly(RecordWriter writer, PaymentAnomaly anomaly)
    {
        writer.Name(1, anomaly.Kind);
        writer.Text(2, anomaly.Description);
        foreach (var transaction in anomaly.Transactions)
        {
            writer.Text(3, transaction.ToString());
        }
    }

    private static void WriteProblem(RecordWriter writer, RequestProblem problem)
    {
        writer.Text(1, problem.Field);
        writer.Text(2, problem.Message);
    }
}
