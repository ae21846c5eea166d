using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>One gateway of the configuration: its adapter, its settings, and the state of its circuit.</summary>
/// <remarks>Thread-safe. Lives as long as its part of the configuration stays the same.</remarks>
internal sealed class ConfiguredGateway(
    string name,
    IReadOnlyList<string> formerNames,
    GatewayEnvironment environment,
    PaymentAdapter adapter,
    PipelineSettings settings,
    TimeProvider time,
    ILogger logger
)
{
    private readonly RequestRules _rules = new(name, formerNames, adapter.Capabilities, adapter.Account);

    public string Name => name;

    public IReadOnlyList<string> FormerNames => formerNames;

    public GatewayEnvironment Environment => environment;

    public PaymentAdapter Adapter => adapter;

    public PipelineSettings Settings => settings;

    public GatewayCapabilities Capabilities { get; } = adapter.Capabilities;

    public AccountFingerprint Account { get; } = adapter.Account;

    public GatewayResilience Resilience { get; } = new(name, settings.Resilience, time, logger);

    /// <summary>Adds everything that the neutral rules, the gateway and its provider have against a request.</summary>
    public void Check(PaymentRequest request, RequestProblems problems) => _rules.Check(request, problems);

    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    public Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken)
    {
        _rules.ThrowIfInvalid(request);
        return Resilience.FindAsync(
            static (state, token) => state.Adapter.FindAsync(state.Request, token),
            (Adapter: adapter, Request: request),
            cancellationToken
        );
    }
}
