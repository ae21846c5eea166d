namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Finds the operation for a method and a path below the organization.</summary>
internal sealed class RebillyRouter(RebillyWorld world)
{
    private readonly CreateTransaction _create = new(world);
    private readonly ListTransactions _list = new(world);
    private readonly ManageTransaction _manage = new(world);
    private readonly RefundTransaction _refund = new(world);
    private readonly TimelineOperations _timeline = new(world);
    private readonly CustomerOperations _customers = new(world);
    private readonly InstrumentOperations _instruments = new(world);
    private readonly TokenOperations _tokens = new(world);
    private readonly GatewayAccountOperations _gatewayAccounts = new(world);

    private readonly PayoutOperations _payouts = new(world);

    private readonly ReadyToPayOperation _readyToPay = new(world);

    public SandboxResponse Route(RebillyCall call) =>
        call.Segments switch
        {
            ["transactions", _, "timeline", ..] => RouteTimeline(call),
            ["transactions", ..] or ["payouts"] => RouteTransactions(call),
            ["customers", ..] => RouteCustomers(call),
            ["payment-instruments", ..] => RouteInstruments(call),
            ["payout-requests", ..] => RoutePayouts(call),
            _ => RouteRest(call),
        };

    private SandboxResponse RouteTransactions(RebillyCall call) =>
        (call.Method, call.Segments) switch
        {
            ("POST", ["transactions"]) => _create.Handle(call, isPayout: false),
            ("POST", ["payouts"]) => _create.Handle(call, isPayout: true),
            ("GET", ["transactions"]) => _list.Handle(call),
            ("GET", ["transactions", var id]) => _manage.Read(call, id),
            ("PATCH", ["transactions", var id]) => _manage.Patch(call, id),
            ("POST", ["transactions", var id, "query"]) => _manage.Query(call, id),
            ("POST", ["transactions", var id, "update"]) => _manage.Update(call, id),
            ("POST", ["transactions", var id, "refund"]) => _refund.Handle(call, id),
            _ => world.Problems.NotFound(),
        };

    private SandboxResponse RouteTimeline(RebillyCall call) =>
        (call.Method, call.Segments) switch
        {
            ("GET", ["transactions", var id, "timeline"]) => _timeline.List(call, id),
            ("POST", ["transactions", var id, "timeline"]) => _timeline.Create(call, id),
            ("GET", ["transactions", var id, "timeline", var message]) => _timeline.Read(call, id, message),
            ("DELETE", ["transactions", var id, "timeline", var message]) => _timeline.Delete(call, id, message),
            _ => world.Problems.NotFound(),
        };

    private SandboxResponse RouteCustomers(RebillyCall call) =>
        (call.Method, call.Segments) switch
        {
            ("GET", ["customers"]) => _customers.List(call),
            ("POST", ["customers"]) => _customers.Create(call),
            ("GET", ["customers", var id]) => _customers.Read(call, id),
            ("PUT", ["customers", var id]) => _customers.Upsert(call, id),
            _ => world.Problems.NotFound(),
        };

    private SandboxResponse RouteInstruments(RebillyCall call) =>
        (call.Method, call.Segments) switch
        {
            ("GET", ["payment-instruments"]) => _instruments.List(call),
            ("POST", ["payment-instruments"]) => _instruments.Create(call),
            ("GET", ["payment-instruments", var id]) => _instruments.Read(call, id),
            ("PATCH", ["payment-instruments", var id]) => _instruments.Patch(call, id),
            ("POST", ["payment-instruments", var id, "deactivation"]) => _instruments.Deactivate(call, id),
            _ => world.Problems.NotFound(),
        };

    private SandboxResponse RoutePayouts(RebillyCall call) =>
        (call.Method, call.Segments) switch
        {
            ("GET", ["payout-requests"]) => _payouts.List(call),
            ("POST", ["payout-requests"]) => _payouts.Create(call),
            ("GET", ["payout-requests", var id]) => _payouts.Read(call, id),
            ("PUT", ["payout-requests", var id]) => _payouts.Upsert(call, id),
            ("POST", ["payout-requests", var id, "cancel"]) => _payouts.Cancel(call, id),
            ("GET", ["payout-requests", var id, "payment-instruments"]) => _payouts.ListInstruments(call, id),
            _ => world.Problems.NotFound(),
        };

    private SandboxResponse RouteRest(RebillyCall call) =>
        (call.Method, call.Segments) switch
        {
            ("GET", ["tokens"]) => _tokens.List(call),
            ("POST", ["tokens"]) => _tokens.Create(call),
            ("GET", ["tokens", var id]) => _tokens.Read(call, id),
            ("POST", ["ready-to-pay"]) => _readyToPay.List(call),
            ("GET", ["gateway-accounts"]) => _gatewayAccounts.List(call),
            ("GET", ["gateway-accounts", var id]) => _gatewayAccounts.Read(id),
            _ => world.Problems.NotFound(),
        };
}
