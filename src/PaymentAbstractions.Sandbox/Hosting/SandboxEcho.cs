namespace PaymentAbstractions.Sandbox;

/// <summary>The values of an answer that a fault can falsify.</summary>
internal enum SandboxEcho
{
    Amount,
    Currency,
    Type,
    Id,
}
