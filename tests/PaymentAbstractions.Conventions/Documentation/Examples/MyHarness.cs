using PaymentAbstractions.Rebilly.Tests.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions;

/// <summary>What the examples of the conformance README call an adapter author's harness.</summary>
public abstract class MyHarness(string behavior)
    : RebillyHarness(RebillySandboxProfile.All.Single(profile => profile.Name == behavior));
