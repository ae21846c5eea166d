namespace PaymentAbstractions;

/// <summary>A gateway that the application adds in code.</summary>
/// <param name="Name">The name of the gateway and of its options.</param>
/// <param name="Provider">The name of its provider.</param>
/// <param name="Options">The type of its options.</param>
/// <param name="Read">Creates its options without the validation of a real start, for the names in a test host.</param>
internal sealed record CodeGateway(
    string Name,
    string Provider,
    Type Options,
    Func<IServiceProvider, GatewayOptions> Read
);
