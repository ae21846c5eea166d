namespace PaymentAbstractions.Sandbox;

/// <summary>A provider's API as the host sees it: a function from request to answer, plus its dialect for faults.</summary>
internal interface ISandboxApi
{
    /// <summary>Processes a request and answers it.</summary>
    SandboxResponse Handle(SandboxRequest request);

    /// <summary>An error answer in the provider's own form.</summary>
    SandboxResponse Problem(int status, string detail);

    /// <summary>A 429 answer that says when to come back, the way the provider says it.</summary>
    SandboxResponse TooManyRequests(TimeSpan wait);

    /// <summary>The answer with one echoed value falsified; unchanged when it has no such value.</summary>
    SandboxResponse Falsify(SandboxResponse response, SandboxEcho echo);
}
