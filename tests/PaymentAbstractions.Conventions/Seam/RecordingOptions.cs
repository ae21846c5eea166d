namespace PaymentAbstractions.Conventions;

public sealed class RecordingOptions : GatewayOptions
{
    public string? Account { get; set; }
}
