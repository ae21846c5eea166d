namespace PaymentAbstractions.Sandbox;

/// <summary>One merchant account of a <see cref="VirtualTerminalSandbox"/>, with its own customers and transactions.</summary>
public sealed record VirtualTerminalSandboxAccount
{
    /// <summary>The API key, sent in the body of a POST and in the path of a GET. Default <c>vt_sandbox_key</c>.</summary>
    public string ApiKey { get; init; } = "vt_sandbox_key";

    /// <summary>The merchant account number, sent with charges. Default <c>mid_sandbox</c>.</summary>
    public string Mid { get; init; } = "mid_sandbox";

    /// <summary>Returns the merchant account number, without the key.</summary>
    /// <returns><see cref="Mid"/>.</returns>
    public override string ToString() => Mid;
}
