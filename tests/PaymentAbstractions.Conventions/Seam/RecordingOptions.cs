namespace PaymentAbstractions.Conventions;

public sealed class RecordingOptions
{
    public string? Account { get; set; }
}
