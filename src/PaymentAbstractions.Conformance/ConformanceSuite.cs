using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

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

    /// <summary>Runs the body of a fact; its failure says what must hold and where to read about it.</summary>
    /// <param name="rule">What must hold, a sentence.</param>
    /// <param name="anchor">The heading of the guide.</param>
    /// <param name="fact">The body.</param>
    private protected static async Task HoldsAsync(string rule, string anchor, Func<Task> fact)
    {
        try
        {
            await fact();
        }
        catch (SkipException)
        {
            throw;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !Token.IsCancellationRequested)
        {
            var what = failure is XunitException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";
            throw new XunitException(
                $"What is tested: {rule}\n{what}\nRead docs/write-an-adapter.md#{anchor}, in the repository and in the package PaymentAbstractions.Conformance.",
                failure
            );
        }
    }

    private protected static Task HoldsAsync(string rule, string anchor, Action fact) =>
        HoldsAsync(
            rule,
            anchor,
            () =>
            {
                fact();
                return Task.CompletedTask;
            }
        );

    /// <summary>Why a fact ends that does not apply: skipped when the harness lists it, failed when it does not.</summary>
    /// <param name="case">The argument that does not apply; none when the whole fact does not.</param>
    /// <param name="isClaimed">Whether the gateway claims it all the same; then it is not for the harness to exempt.</param>
    /// <param name="fact">The fact.</param>
    private protected Exception NotApplicable(
        object? @case = null,
        bool isClaimed = false,
        [CallerMemberName] string fact = ""
    )
    {
        if (Harness.Exemptions.FirstOrDefault(exemption => exemption.Covers(fact, @case)) is not { } listed)
        {
            return FailException.ForFailure(
                $"{fact} ({@case}) cannot run over {Harness.GetType()}. If it does not apply to the provider, list it in "
                    + $"{nameof(ConformanceHarness.Exemptions)} with the reason."
            );
        }

        return isClaimed
            ? FailException.ForFailure($"{listed} The gateway claims it, so it cannot be exempted.")
            : SkipException.ForSkip(listed.ToString());
    }

    /// <summary>Lets the next write meet a fault; the fact ends where the emulator cannot do it.</summary>
    private protected void Inject(ConformanceFault fault, [CallerMemberName] string fact = "")
    {
        if (!TryInject(fault, fact))
        {
            throw NotApplicable(fault, IsAlwaysShown(fault), fact);
        }
    }

    /// <summary>Lets the next write meet a fault, where the emulator can do it and the provider does not document that it never does.</summary>
    private protected bool TryInject(ConformanceFault fault, [CallerMemberName] string fact = "") =>
        !(MayBeRuledOut(fault) && IsExempted(fault, fact)) && Harness.Inject(fault);

    /// <summary>Whether a fault is about the key of an operation that sends the provider none.</summary>
    private protected bool IsOfNoKey(
        ConformanceFault fault,
        PaymentOperation operation,
        [CallerMemberName] string fact = ""
    ) =>
        fault is ConformanceFault.WrongKeyEchoed or ConformanceFault.NoKeyEchoed
        && !Capabilities.HonorsKey(operation)
        && !IsExempted(fault, fact);

    /// <summary>Whether a fault is about what every answer must show: nothing is approved without it, so no harness can exempt it.</summary>
    private protected bool IsAlwaysShown(ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.WrongAmountEchoed
            or ConformanceFault.WrongTypeEchoed
            or ConformanceFault.WrongIdEchoed
            or ConformanceFault.OtherIdEchoed => true,
            ConformanceFault.WrongCurrencyEchoed => Capabilities.Currencies.Count != 1,
            _ => false,
        };

    private bool IsExempted(ConformanceFault fault, string fact) =>
        Harness.Exemptions.Any(exemption => exemption.Covers(fact, fault));

    // An emulator can process and answer 429, or leave the key out; what the provider documents decides whether that proves something.
    private static bool MayBeRuledOut(ConformanceFault fault) =>
        fault is ConformanceFault.TooManyRequests429AfterProcessing or ConformanceFault.NoKeyEchoed;

    /// <summary>Asserts that the injected fault was there to be seen: without it, nothing is tested. Call it once the provider is idle.</summary>
    private protected void AssertFaultShown(ConformanceFault fault, string story) =>
        Assert.True(
            Harness.IsFaultShown,
            $"{story}. Nothing of {fault} was to be seen: no request met it, or the answer has no such value. Where answers show none, leave "
                + "its name out of SandboxEchoes; where the gateway believes a later read, override IsConfirmedByRead of the harness."
        );

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

    /// <summary>Waits until a write has arrived at the provider, or the call has ended without one.</summary>
    private protected async Task WriteArrivedAsync(Mark mark, Task call)
    {
        while (Harness.WritesSeen == mark.Writes && !call.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
        }
    }

    private protected void AssertNothingSent(Mark mark)
    {
        Assert.Equal(mark.Bytes, Harness.BytesSeen);
        Assert.Equal(mark.Movements, Harness.Movements.Count);
    }

    /// <summary>Asserts of an operation that is not supported that it is refused before anything is sent.</summary>
    /// <returns>Whether it is not supported, so that this is all that there is to assert.</returns>
    private protected async Task<bool> IsRefusedAsUnsupported(PaymentOperation operation)
    {
        if (Capabilities.Supports(operation))
        {
            return false;
        }

        if (operation == PaymentOperation.Setup)
        {
            // There is no other way to ask for one.
            Assert.False(Gateway.TryGet<IPaymentMethodSetup>(out _));
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
