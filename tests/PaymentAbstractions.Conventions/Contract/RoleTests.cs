using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Conventions;

/// <summary>
/// The interfaces that <c>TryGet</c> returns. The pipeline itself implements the ones that move money, because an adapter's
/// implementation would bypass the journal; the others cannot move money.
/// </summary>
public sealed class RoleTests
{
    private static readonly Type[] Moving = [typeof(IHostedPayment), typeof(IPaymentMethodSetup)];

    // Interfaces of the contract that <c>TryGet</c> does not return: applications inject or implement them, or values implement them.
    private static readonly Type[] NoRoles = [typeof(IPaymentGateway), typeof(ICommercialCardRequest)];

    private static readonly Type[] Roles =
    [
        .. typeof(IPaymentGateway)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && !NoRoles.Contains(type)),
    ];

    [Fact]
    public void The_interfaces_that_move_money_are_known()
    {
        var moving = Roles.Where(role => role.GetMethods().Any(MovesMoney)).Select(role => role.Name);

        Assert.True(Roles.Length >= 5, string.Join(", ", Roles.Select(role => role.Name)));
        Assert.Equal(Moving.Select(role => role.Name), moving.Order(StringComparer.Ordinal));
        Assert.Contains(typeof(IPayouts), Roles);
        Assert.Contains(typeof(ICustomerVault), Roles);
    }

    [Fact]
    public async Task Interfaces_that_move_money_are_never_implemented_by_the_adapter()
    {
        await using var services = Build();
        var gateway = services.GetRequiredService<IPaymentGateways>().Get("cards");
        // The adapter returns every interface that it implements, as an adapter that bypasses the journal would.
        Assert.Contains(typeof(IHostedPayment), typeof(RecordingAdapter).GetInterfaces());
        Assert.Contains(typeof(IPaymentMethodSetup), typeof(RecordingAdapter).GetInterfaces());

        Assert.All(
            Moving,
            role =>
            {
                var answered = gateway.GetService(role);
                Assert.NotNull(answered);
                Assert.Equal(typeof(PaymentAdapter).Assembly, answered.GetType().Assembly);
                Assert.IsNotAssignableFrom<PaymentAdapter>(answered);
            }
        );
    }

    private static ServiceProvider Build()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Payments:Journal"] = "InMemory",
            ["Payments:Default"] = "cards",
            ["Payments:Gateways:cards:Provider"] = "Recording",
            ["Payments:Gateways:cards:Environment"] = "Sandbox",
            ["Payments:Gateways:cards:Account"] = "one",
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ExecutedRequests>();
        services.AddPayments(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Payments"),
            payments => payments.AddProvider<RecordingProvider>()
        );
        return services.BuildServiceProvider();
    }

    private static bool MovesMoney(MethodInfo method) =>
        method.ReturnType == typeof(Task<PaymentResult>)
        || method.GetParameters().Any(parameter => typeof(PaymentRequest).IsAssignableFrom(parameter.ParameterType));
}
