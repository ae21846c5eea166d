using System.Globalization;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Finds the operation for a path; segments are in lowercase.</summary>
internal sealed class VirtualTerminalRouter(VirtualTerminalWorld world)
{
    private readonly AddTransaction _add = new(world);
    private readonly ChangeTransaction _change = new(world);
    private readonly ReadTransactions _read = new(world);
    private readonly HostedTransaction _hosted = new(world);
    private readonly CustomerOperations _customers = new(world);
    private readonly PaymentMethodOperations _methods = new(world);

    public SandboxResponse Read(VirtualTerminalCall call, string[] segments) =>
        segments switch
        {
            ["transaction", var id] => _read.One(call, Id(id)),
            ["customers"] => _customers.List(call),
            ["customer", var id] => _customers.Read(call, Id(id)),
            ["customer", var id, "transactions", "notsettled"] => _read.NotSettled(call, Id(id)),
            _ => Refusals.Plain(404),
        };

    public SandboxResponse Write(VirtualTerminalCall call, string[] segments) =>
        segments switch
        {
            ["transaction", "add"] => _add.Handle(call),
            ["transaction", "capture"] => _change.Capture(call),
            ["transaction", "void"] => _change.Void(call),
            ["transaction", "start"] => _hosted.Start(call),
            ["transaction", "complete"] => _hosted.Complete(call),
            ["customer", "add"] => _customers.Add(call),
            ["customer", "update"] => _customers.Update(call),
            ["customer", "delete"] => _customers.Delete(call),
            ["paymentmethod", "start"] => _methods.Start(call),
            ["paymentmethod", "complete"] => _methods.Complete(call),
            ["paymentmethod", "delete"] => _methods.Delete(call),
            _ => Refusals.Plain(404),
        };

    private static long Id(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
