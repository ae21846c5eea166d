using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Conventions;

public sealed class SeamTests : IDisposable
{
    private const string Gateway = "cards";

    private static readonly TransactionReference Earlier = PaymentRequests.Transaction(gateway: Gateway);

    private static readonly PaymentRequest[] Samples =
    [
        PaymentRequests.Sale(),
        PaymentRequests.Authorize(),
        PaymentRequests.Capture(Earlier),
        PaymentRequests.Void(Earlier),
        PaymentRequests.Refund(Earlier),
        PaymentRequests.Credit(),
        PaymentRequests.Setup(),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("payments-seam-").FullName;

    private static readonly SaleRequest Hosted = PaymentRequests.Sale() with
    {
        PaymentMethod = new CustomerChoicePaymentMethod(),
        ReturnUrl = new Uri("https://shop.example/return"),
    };

    /// <summary>Every method of the contract that returns the result of a payment.</summary>
    private static readonly MethodInfo[] Methods =
    [
        .. typeof(IPaymentGateway)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsInterface)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.ReturnType == typeof(Task<PaymentResult>)),
    ];

    public static TheoryData<string, string> MethodNames =>
        [.. Methods.Select(method => (method.DeclaringType!.Name, method.Name))];

    [Fact]
    public void Every_operation_has_a_method_and_every_request_a_sample()
    {
        var requests = typeof(PaymentRequest)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(PaymentRequest)) && !type.IsAbstract)
            .Select(type => type.Name);
        var operations = Enum.GetValues<PaymentOperation>().Where(operation => operation != PaymentOperation.Unknown);

        Assert.Equal(7 + 2, Methods.Length);
        Assert.Equal(
            requests.Order(StringComparer.Ordinal),
            Samples.Select(sample => sample.GetType().Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(operations, Samples.Select(sample => sample.Operation).Order());
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public Task Every_operation_that_moves_money_runs_through_the_seam_by_default(string contract, string method) =>
        RunsThroughTheSeamAsync(contract, method, services => services.GetRequiredService<IPaymentGateway>());

    [Theory]
    [MemberData(nameof(MethodNames))]
    public Task Every_operation_that_moves_money_runs_through_the_seam_by_name(string contract, string method) =>
        RunsThroughTheSeamAsync(
            contract,
            method,
            services => services.GetRequiredService<IPaymentGateways>().Get(Gateway)
        );

    [Theory]
    [MemberData(nameof(MethodNames))]
    public Task Every_operation_that_moves_money_runs_through_the_seam_by_key(string contract, string method) =>
        RunsThroughTheSeamAsync(
            contract,
            method,
            services => services.GetRequiredKeyedService<IPaymentGateway>(Gateway)
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RunsThroughTheSeamAsync(
        string contract,
        string name,
        Func<IServiceProvider, IPaymentGateway> find
    )
    {
        await using var services = Build();
        var method = Methods.Single(method => method.DeclaringType!.Name == contract && method.Name == name);
        var takes = method.GetParameters()[0].ParameterType;
        var completes = method.GetParameters().Length > 2;
        var sample =
            !takes.IsAbstract ? Samples.Single(sample => sample.GetType() == takes)
            : completes ? Hosted with { PaymentMethod = new CustomerChoicePaymentMethod { Methods = ["card"] } }
            : Hosted;
        var gateway = find(services);
        var target =
            method.DeclaringType == typeof(IPaymentGateway) ? gateway : gateway.GetService(method.DeclaringType!);

        // The adapter offers hosted entry itself, but callers cannot get that implementation.
        object[] returned = completes ? [new Dictionary<string, string>()] : [];
        await (Task<PaymentResult>)method.Invoke(target, [sample, .. returned, TestContext.Current.CancellationToken])!;

        var executed = Assert.Single(services.GetRequiredService<ExecutedRequests>().Requests);
        Assert.True(
            completes
                ? executed is SaleRequest { PaymentMethod: TokenPaymentMethod }
                : ReferenceEquals(sample, executed)
        );
        await PassedTheJournalAsync(services, sample);
    }

    // The intent exists because it was written before the adapter ran, and the outcome because it was written after.
    private static async Task PassedTheJournalAsync(ServiceProvider services, PaymentRequest sample)
    {
        var journal = services.GetRequiredService<IPaymentJournal>();
        var key = new JournalKey(GatewayEnvironment.Live, sample.IdempotencyKey);
        var entry = await journal.FindAsync(key, TestContext.Current.CancellationToken);

        Assert.Equal(sample.Operation, entry?.Intent.Operation);
        Assert.Equal(Gateway, entry?.Intent.Gateway);
        Assert.NotNull(entry?.Outcome);
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Payments:Default"] = Gateway,
                    ["Payments:Resilience:MaxRetries"] = "0",
                    [$"Payments:Gateways:{Gateway}:Provider"] = "Recording",
                    [$"Payments:Gateways:{Gateway}:Account"] = "one",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ExecutedRequests>();
        services.AddPayments(
            configuration.GetSection("Payments"),
            payments => payments.AddProvider<RecordingProvider>().UseSqliteJournal(Path.Combine(_folder, "payments.db"))
        );
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }
}
