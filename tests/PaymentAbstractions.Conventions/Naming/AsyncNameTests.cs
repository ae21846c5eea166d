using Microsoft.CodeAnalysis;

namespace PaymentAbstractions.Conventions;

public sealed class AsyncNameTests
{
    private static readonly string[] Awaited = ["Task", "ValueTask", "IAsyncEnumerable"];

    /// <summary>Methods without a cancellation token, each with the reason.</summary>
    private const string HarnessWork =
        "A harness works on an emulator beside the test; the test's own time limit ends it.";

    private const string TestWork = "A stubbed gateway works under the token of the test that runs.";

    private static readonly Dictionary<string, string> WithoutToken = new(StringComparer.Ordinal)
    {
        ["PaymentAbstractions.PaymentAdapter.ExecuteAsync"] = "The attempt brings its token and its gate.",
        ["PaymentAbstractions.Adapters.HttpPaymentAdapter.PrepareAsync"] = "The attempt's own token ends the reads.",
        ["PaymentAbstractions.JournalProvider<TOptions>.OpenAsync"] =
            "Called by the pipeline alone, which has a token.",
        ["PaymentAbstractions.Adapters.RunningAttempt.AmendAsync"] = "The attempt's own token ends the recording.",
        ["PaymentAbstractions.Adapters.RunningAttempt.PrepareAsync"] = "The attempt's own token ends the step.",
        ["PaymentAbstractions.Sandbox.ProviderSandbox.PauseListeningAsync"] = "Half a closed port helps nobody.",
        ["PaymentAbstractions.Sandbox.ProviderSandbox.ResumeListeningAsync"] = "Half an open port helps nobody.",
        ["PaymentAbstractions.Conformance.ConformanceHarness.RestartAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.SettleAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.ApproveWaitingAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.NewSaleAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.NewAuthorizationAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.NewCreditAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.NewSetupAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.NewStorableAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.EnterPaymentMethodAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.SandboxHarness<TSandbox, TProvider>.BrowseAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.SandboxHarness<TSandbox, TProvider>.NewPayerAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.ConformanceHarness.SellAtOtherAccountAsync"] = HarnessWork,
        ["PaymentAbstractions.Conformance.StubbedGateway<TProvider>.SendAsync"] = TestWork,
        ["PaymentAbstractions.Conformance.StubbedGateway<TProvider>.FindAsync"] = TestWork,
        ["PaymentAbstractions.Conformance.StubbedGateway<TProvider>.EntryAsync"] = TestWork,
        ["PaymentAbstractions.Conformance.StubbedGateway<TProvider>.RecoverAsync"] = TestWork,
    };

    public static TheoryData<string> Projects => ShippedProject.Names;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Awaited_methods_end_in_Async_and_no_others_do(string project) =>
        Findings.None(
            from method in Methods(project)
            where IsAwaited(method) != method.Name.EndsWith("Async", StringComparison.Ordinal)
            select method.ToDisplayString()
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_awaited_method_takes_an_optional_token_last(string project) =>
        Findings.None(
            from method in Methods(project)
            where IsAwaited(method) && !WithoutToken.ContainsKey(FullName(method))
            where method.Parameters is not [.., { Name: "cancellationToken", HasExplicitDefaultValue: true }]
            select method.ToDisplayString()
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_token_is_named_cancellationToken_and_comes_last(string project) =>
        Findings.None(
            from method in Methods(project)
            from parameter in method.Parameters
            where parameter.Type.Name == nameof(CancellationToken)
            where parameter.Name != "cancellationToken" || parameter.Ordinal != method.Parameters.Length - 1
            select method.ToDisplayString()
        );

    [Fact]
    public void The_methods_are_found()
    {
        var awaited = ShippedProject.All.SelectMany(project => Methods(project.Name)).Where(IsAwaited).ToList();

        Assert.True(awaited.Count > 20);
        Assert.Empty(WithoutToken.Keys.Except(awaited.Select(FullName)));
    }

    /// <summary>The methods whose signature could be chosen freely, without the facts of the conformance suites.</summary>
    private static IEnumerable<IMethodSymbol> Methods(string project) =>
        Symbols
            .PublicTypes(ShippedProject.Named(project))
            .SelectMany(Symbols.PublicMethods)
            .Where(method => !Symbols.IsImplementation(method) && !IsFact(method));

    private static bool IsAwaited(IMethodSymbol method) => Awaited.Contains(method.ReturnType.Name);

    private static bool IsFact(IMethodSymbol method) =>
        method.GetAttributes().Any(one => one.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute");

    private static string FullName(IMethodSymbol method) => $"{method.ContainingType.ToDisplayString()}.{method.Name}";
}
