namespace PaymentAbstractions.Pipeline.Tests;

public sealed class TestOptions : GatewayOptions
{
    public string? Account { get; set; }

    public string? ApiKey { get; set; }

    public int Limit { get; set; }

    public TimeSpan? Wait { get; set; }

    public DayOfWeek Day { get; set; }

    public bool IsOpen { get; set; }

    public string Currency
    {
        get;
        set =>
            field =
                value.Length == 3 ? value : throw new PaymentRequestException(nameof(Currency), "has three letters.");
    } = "USD";

    public string ReadOnly { get; } = "is no option";
}
