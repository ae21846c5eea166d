namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>A provider in memory; the key in a path is shown as <c>KEY</c>.</summary>
public sealed class VirtualTerminalStub : StubProvider
{
    public const string Add = "POST transaction/add";

    public VirtualTerminalStub(string basePath = "/api/") => BasePath = basePath;

    protected override WireRequest Read(WireRequest request) =>
        request with
        {
            Path = request.Path.Replace(VirtualTerminalFixture.ApiKey, "KEY", StringComparison.Ordinal),
        };
}
