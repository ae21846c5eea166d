namespace PaymentAbstractions.Sandbox.Rebilly;

internal sealed class TokenRecord
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public required string Id { get; init; }

    public required InstrumentDetails Details { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public DateTimeOffset? UsageTime { get; set; }

    public DateTimeOffset ExpirationTime => CreatedTime + Lifetime;

    public bool IsUsable(DateTimeOffset now) => UsageTime is null && now < ExpirationTime;
}
