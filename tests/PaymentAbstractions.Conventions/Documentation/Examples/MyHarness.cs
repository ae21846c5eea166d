using PaymentAbstractions.Rebilly.Tests.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions;

/// <summary>The harness of an adapter author, for the examples of the conformance README.</summary>
public abstract class MyHarness(string behavior)
    : RebillyHarness(RebillySandboxProfile.All.Single(profile => profile.Name == behavior));
