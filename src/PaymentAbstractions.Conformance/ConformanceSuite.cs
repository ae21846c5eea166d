using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>What every suite has: the harness, and the shortest ways to say what facts say often.</summary>
/// <typeparam name="THarness">The adapter's harness, with a public parameterless constructor.</typeparam>
public abstract partial class ConformanceSuite<THarness> : IClassFixture<THarness>, IAsyncLifetime
    where THarness : ConformanceHarness
{
    /// <summary>Takes the harness that the facts of the suite share.</summary>
    /// <param name="harness">The harness.</param>
    protected ConformanceSuite(THarness harness)
    {
        ArgumentNullException.ThrowIfNull(harness);
        Harness = harness;
    }

    /// <summary>The harness.</summary>
    protected THarness Harness { get; }

    /// <summary>The gateway under test.</summary>
    protected IPaymentGateway Gateway => Harness.Gateway;

    /// <summary>What the gateway claims.</summary>
    protected GatewayCapabilities Capabilities => Harness.Gateway.Capabilities;

    /// <summary>Ends with the test run.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Runs before each fact.</summary>
    /// <returns>A completed task.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs after each fact: no fault and no exchange is left for the next one.</summary>
    /// <returns>A task that ends when the provider is idle.</returns>
    public virtual async ValueTask DisposeAsync()
    {
        Harness.ClearFaults();
        await Harness.WhenIdleAsync(Token);
        GC.SuppressFinalize(this);
    }

    /// <summary>A position in the provider's record; see <see cref="Since"/>.</summary>
    /// <returns>The position.</returns>
    private protected Mark Now() => new(Harness.Movements.Count, Harness.WritesSeen, Harness.BytesSeen);

    /// <summary>What moved money since a position, once the provider is idle.</summary>
    /// <param name="mark">The position.</param>
    /// <returns>The movements, oldest first.</returns>
    private protected async Task<IReadOnlyList<ProviderMovement>> Since(Mark mark)
    {
        await Harness.WhenIdleAsync(Token);
        return [.. Harness.Movements.Skip(mark.Movements)];
    }

    private protected void AssertNothingSent(Mark mark)
    {
        Assert.Equal(mark.Bytes, Harness.BytesSeen);
        Assert.Equal(mark.Movements, Harness.Movements.Count);
    }

    /// <summary>Whether an operation is not supported; then it must be refused before anything is sent.</summary>
    private protected async Task<bool> IsRefusedAsUnsupported(PaymentOperation operation)
    {
        if (Capabilities.Supports(operation))
        {
            return false;
        }

        if (operation == PaymentOperation.Setup && !Gateway.TryGet<IPaymentMethodSetup>(out _))
        {
            return true;
        }

        var mark = Now();
        var request = await AnyRequestAsync(operation);
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => SendAsync(request));
        Assert.Contains(
            refusal.Problems,
            problem => problem.Message.Contains(operation.ToString(), StringComparison.Ordinal)
        );
        AssertNothingSent(mark);
        return true;
    }

    private protected sealed record Mark(int Movements, int Writes, long Bytes);
}
