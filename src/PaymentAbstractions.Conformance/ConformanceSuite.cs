using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace PaymentAbstractions.Conformance;

/// <summary>The base class of every suite: the harness, and helpers for common steps and assertions.</summary>
/// <typeparam name="THarness">The adapter's harness, with a public parameterless constructor.</typeparam>
public abstract partial class ConformanceSuite<THarness> : IClassFixture<THarness>, IAsyncLifetime
    where THarness : ConformanceHarness
{
    /// <summary>Initializes the suite with the harness that its facts share.</summary>
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

    /// <summary>The capabilities that the gateway claims.</summary>
    protected GatewayCapabilities Capabilities => Harness.Gateway.Capabilities;

    /// <summary>Is canceled when the test run ends.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Runs before each fact.</summary>
    /// <returns>A completed task.</returns>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs after each fact and removes all faults and pending exchanges.</summary>
    /// <returns>A task that completes when the provider is idle.</returns>
    public virtual async ValueTask DisposeAsync()
    {
        Harness.ClearFaults();
        await Harness.WhenIdleAsync(Token);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs the body of a fact; a failure includes the rule and a link to its documentation.</summary>
    /// <param name="rule">The rule that the fact verifies, as a sentence.</param>
    /// <param name="anchor">The anchor of the heading in the guide.</param>
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

    /// <summary>The exception that ends a fact that does not apply: a skip if the harness lists it, otherwise a failure.</summary>
    /// <param name="case">The argument that does not apply; <see langword="null"/> when the whole fact does not.</param>
    /// <param name="isClaimed">Whether the gateway claims the feature; then the harness cannot exempt it.</param>
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

    /// <summary>Injects a fault into the next write; ends the fact if the emulator does not support the fault.</summary>
    private protected void Inject(ConformanceFault fault, [CallerMemberName] string fact = "")
    {
        if (!TryInject(fault, fact))
        {
            throw NotApplicable(fault, IsAlwaysShown(fault), fact);
        }
    }

    /// <summary>
    /// Injects a fault into the next write, if the emulator supports it and the provider does not document that it never occurs.
    /// </summary>
    private protected bool TryInject(ConformanceFault fault, [CallerMemberName] string fact = "") =>
        !(MayBeRuledOut(fault) && IsExempted(fault, fact)) && Harness.Inject(fault);

    /// <summary>Whether a fault concerns the key of an operation that sends no key to the provider.</summary>
    private protected bool IsOfNoKey(
        ConformanceFault fault,
        PaymentOperation operation,
        [CallerMemberName] string fact = ""
    ) =>
        fault is ConformanceFault.WrongKeyEchoed or ConformanceFault.NoKeyEchoed
        && !Capabilities.HonorsKey(operation)
        && !IsExempted(fault, fact);

    /// <summary>
    /// Whether a fault concerns a value that every answer must contain: nothing is approved without it, so no harness can exempt it.
    /// </summary>
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

    // An emulator can process a request and answer 429, or omit the key; whether that proves something depends on the provider's
    // documentation.
    private static bool MayBeRuledOut(ConformanceFault fault) =>
        fault is ConformanceFault.TooManyRequests429AfterProcessing or ConformanceFault.NoKeyEchoed;

    /// <summary>Asserts that the injected fault was visible: otherwise nothing was tested. Call it once the provider is idle.</summary>
    private protected void AssertFaultShown(ConformanceFault fault, string story) =>
        Assert.True(
            Harness.IsFaultShown,
            $"{story}. {fault} was not visible: no request met it, or the answer has no such value. If answers never contain the value, remove "
                + "its name from SandboxEchoes; if the gateway relies on a later read, override IsConfirmedByRead of the harness."
        );

    /// <summary>A position in the provider's record; see <see cref="Since"/>.</summary>
    /// <returns>The position.</returns>
    private protected Mark Now() => new(Harness.Movements.Count, Harness.WritesSeen, Harness.BytesSeen);

    /// <summary>The money movements since a position, once the provider is idle.</summary>
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

    /// <summary>Asserts that an unsupported operation is refused before anything is sent.</summary>
    /// <returns>Whether the operation is unsupported, so that nothing else has to be asserted.</returns>
    private protected async Task<bool> IsRefusedAsUnsupported(PaymentOperation operation)
    {
        if (Capabilities.Supports(operation))
        {
            return false;
        }

        if (operation == PaymentOperation.Setup)
        {
            // There is no other way to request one.
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
