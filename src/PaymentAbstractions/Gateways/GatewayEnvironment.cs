namespace PaymentAbstractions;

/// <summary>Which of a provider's environments a gateway uses.</summary>
public enum GatewayEnvironment
{
    /// <summary>The provider's environment for tests; no money moves.</summary>
    Sandbox = 0,

    /// <summary>The real thing.</summary>
    Live,
}
