namespace PaymentAbstractions.Conventions;

public sealed class InterfaceTests
{
    [Fact]
    public void No_interface_implements_a_member_because_fakes_would_not_run_it()
    {
        var interfaces = ShippedProject
            .All.SelectMany(project => project.Assembly.GetExportedTypes())
            .Where(type => type.IsInterface)
            .ToList();

        var implemented = interfaces
            .SelectMany(type => type.GetMethods())
            .Where(method => !method.IsAbstract)
            .Select(method => $"{method.DeclaringType}.{method.Name}");

        Assert.Contains(typeof(IPaymentGateway), interfaces);
        Assert.True(interfaces.Count >= 4);
        Findings.None(implemented);
    }
}
