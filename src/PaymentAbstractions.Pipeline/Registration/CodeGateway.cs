namespace PaymentAbstractions;

/// <summary>A gateway that the application adds in code.</summary>
/// <param name="Name">Its name, which is the name of its options too.</param>
/// <param name="Provider">The name of its provider.</param>
/// <param name="Options">The type of its options.</param>
/// <param name="Read">Makes its options without the checks of a real start, for the names in a test host.</param>
internal sealed record CodeGateway(
    string Name,
    string Provider,
    Type Options,
    Func<IServiceProvider, GatewayOptions> Read
);
