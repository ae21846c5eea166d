using System.Globalization;

namespace PaymentAbstractions.Chaos;

/// <summary>One order. It follows from the seed and its index, so that every life of the worker makes the same order.</summary>
internal sealed record OrderPlan
{
    private static readonly (OrderFlow Flow, int Weight)[] Flows =
    [
        (OrderFlow.Sale, 28),
        (OrderFlow.SaleThenVoid, 8),
        (OrderFlow.SaleThenRefund, 10),
        (OrderFlow.SaleThenTwoRefunds, 6),
        (OrderFlow.SaleThenCredit, 5),
        (OrderFlow.Credit, 6),
        (OrderFlow.Setup, 4),
        (OrderFlow.SetupThenSale, 5),
        (OrderFlow.RefundOfSaleElsewhere, 6),
        (OrderFlow.AuthorizeThenCapture, 14),
        (OrderFlow.AuthorizeThenTwoCaptures, 6),
        (OrderFlow.AuthorizeThenVoid, 4),
        (OrderFlow.AuthorizeThenCaptureOrVoid, 4),
        (OrderFlow.AuthorizeCaptureRefund, 6),
    ];

    private static readonly decimal[] UsualAmounts = [9.90m, 20m, 49.90m, 120m];

    /// <summary>The directives for the two gateways; most are empty.</summary>
    private static readonly (string Rebilly, string Terminal)[] Directives =
    [
        ("part", ""),
        ("part", "decline=insufficient-funds"),
        ("code=51", "decline=insufficient-funds"),
        ("code=05", "decline=declined http=500"),
        ("code=14", "decline=invalid-card http=400"),
        ("result=canceled", "decline=\"Do not honor\" recorded"),
        ("code=62", "decline=\"Nobody knows this text\""),
        ("status=never-sent", "error=\"Nobody knows this text\""),
        ("status=timeout", "error=\"Nobody knows this text\" http=200"),
        ("status=timeout", "error=timeout"),
        ("status=timeout code=51", "decline=timeout"),
        ("status=conn-error", "error=timeout http=500"),
        ("status=never-sent", "error=timeout recorded"),
        ("status=waiting-approval", "status=Failed"),
        ("status=waiting-gateway", "decline=duplicate"),
        ("status=waiting-gateway code=51", "error=duplicate"),
    ];

    public required int Index { get; init; }

    public required OrderFlow Flow { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>The share of the amount that a refund gives back, so that two of the larger ones exceed it.</summary>
    public required decimal RefundShare { get; init; }

    /// <summary>The directives for the two test gateways under the first key; empty for most orders.</summary>
    public required string RebillyDirective { get; init; }

    public required string TerminalDirective { get; init; }

    /// <summary>Whether the shopper tries again under another key after a decline.</summary>
    public required bool RetriesDecline { get; init; }

    /// <summary>The index of the virtual terminal's customer who pays.</summary>
    public required int Customer { get; init; }

    /// <summary>Whether the card is stored before the payment, where the provider can, and the payment uses its id.</summary>
    public required bool StoresMethod { get; init; }

    /// <summary>Whether a credit pays out a payout request, where the provider has them.</summary>
    public required bool HasPayoutRequest { get; init; }

    /// <summary>Whether the customer enters the card on the provider's page.</summary>
    public required bool EntersCard { get; init; }

    /// <summary>Whether a partial approval is allowed.</summary>
    public required bool AllowsPart { get; init; }

    public string Number => NumberOf(Index);

    public bool Authorizes => Flow >= OrderFlow.AuthorizeThenCapture;

    public decimal Refund => decimal.Round(Amount * RefundShare, 2);

    public static string NumberOf(int index) => string.Create(CultureInfo.InvariantCulture, $"o{index:D5}");

    /// <summary>
    /// The customer at Rebilly. A sale there takes any open authorization of its customer, so some consecutive orders share one
    /// customer, and the others have one each.
    /// </summary>
    public required string RebillyCustomer { get; init; }

    /// <summary>The gateway at which another system of the merchant made the sale, when this order works on such a sale.</summary>
    public ChaosGateway SoldAt => ChaosGateway.All[Index % ChaosGateway.All.Count];

    /// <summary>The amount of its sale that the other system gave back.</summary>
    public decimal GivenBackElsewhere => Index % 3 == 0 ? decimal.Round(Amount * 0.4m, 2) : 0m;

    /// <summary>The directive that makes a gateway approve only half of an amount.</summary>
    public static string PartDirective(decimal amount) =>
        string.Create(CultureInfo.InvariantCulture, $"code=10 amount={decimal.Round(amount / 2, 2):F2}");

    /// <summary>The text by which a movement in a provider's record names its order.</summary>
    public static string MarkOf(string number) => $"Order {number} ";

    /// <summary>The text that distinguishes a movement of another system from those of the checkout.</summary>
    public static string ElsewhereMarkOf(string number) => $"{MarkOf(number)}elsewhere ";

    /// <summary>The text that distinguishes a credit without a sale from one that gives a sale back.</summary>
    public static string PayoutMarkOf(string number) => $"{MarkOf(number)}payout ";

    public static OrderPlan Of(int seed, int index, int customers)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        var flow = Pick(random);
        var directive = random.Next(100) < 20 ? Directives[random.Next(Directives.Length)] : ("", "");
        var plan = new OrderPlan
        {
            Index = index,
            Flow = flow,
            Amount =
                random.Next(100) < 40
                    ? UsualAmounts[random.Next(UsualAmounts.Length)]
                    : random.Next(100, 50_000) / 100m,
            RefundShare = random.Next(2) == 0 ? 0.3m : 0.6m,
            RebillyDirective = directive.Item1,
            TerminalDirective = directive.Item2,
            RetriesDecline = random.Next(2) == 0,
            Customer = random.Next(customers),
            StoresMethod = random.Next(100) < 30,
            AllowsPart = random.Next(2) == 0,
            HasPayoutRequest = new Random(unchecked((seed * 17) + index)).Next(100) < 50,
            EntersCard = new Random(unchecked((seed * 13) + index)).Next(100) < 25,
            RebillyCustomer = CustomerOf(seed, index, flow),
        };
        // A customer who makes the same purchase twice at once: an equal charge, which belongs to another order.
        return index % 2 == 1 && random.Next(100) < 25 && Of(seed, index - 1, customers) is var before
            ? plan with
            {
                Customer = before.Customer,
                Amount = before.Amount,
            }
            : plan;
    }

    // Set-ups are distinguished by their customers.
    private static string CustomerOf(int seed, int index, OrderFlow flow)
    {
        const int together = 4;
        var group = index / together;
        var isShared =
            flow is not (OrderFlow.Setup or OrderFlow.SetupThenSale)
            && new Random(unchecked((seed * 7) + group)).Next(100) < 30;
        return isShared ? string.Create(CultureInfo.InvariantCulture, $"cus-group-{group}") : $"cus-{NumberOf(index)}";
    }

    private static OrderFlow Pick(Random random)
    {
        var roll = random.Next(Flows.Sum(flow => flow.Weight));
        foreach (var (flow, weight) in Flows)
        {
            if ((roll -= weight) < 0)
            {
                return flow;
            }
        }

        return OrderFlow.Sale;
    }
}
