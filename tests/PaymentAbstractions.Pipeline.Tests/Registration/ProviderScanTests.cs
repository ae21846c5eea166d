using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyModel;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ProviderScanTests
{
    [Fact]
    public void Public_providers_of_libraries_that_depend_on_the_contract_are_found_and_no_others()
    {
        var services = new ServiceCollection();

        ProviderScan.AddProviders(services);

        var found = services
            .Where(service => service.ServiceType == typeof(PaymentProvider))
            .Select(service => service.ImplementationType!);
        Assert.Equal([typeof(OtherProvider), typeof(TestProvider)], found.OrderBy(type => type.Name));
    }

    [Fact]
    public void What_a_found_provider_needs_is_registered()
    {
        var services = new ServiceCollection();

        ProviderScan.AddProviders(services);

        Assert.Single(services, service => service.ServiceType == typeof(TestBackend));
    }

    [Fact]
    public void Scanning_twice_adds_every_provider_once()
    {
        var services = new ServiceCollection();
        ProviderScan.AddProviders(services);
        var before = services.Count;

        ProviderScan.AddProviders(services);

        Assert.Equal(before, services.Count);
    }

    [Fact]
    public void Libraries_are_followed_over_others_and_ours_are_left_out()
    {
        var context = Context(
            Library("Shop", "Shop.Payments", "Newtonsoft.Json"),
            Library("Shop.Payments", "paymentabstractions.somebank"),
            Library("PaymentAbstractions.SomeBank", "PaymentAbstractions.Pipeline"),
            Library("PaymentAbstractions.Pipeline", "PaymentAbstractions"),
            Library("PaymentAbstractions"),
            Library("Fakes", "PaymentAbstractions"),
            Library("Newtonsoft.Json", "System.Text")
        );

        var libraries = ProviderScan.DependentLibraries(context);

        Assert.Equal(["Shop", "Shop.Payments", "PaymentAbstractions.SomeBank", "Fakes"], libraries);
    }

    [Fact]
    public void An_empty_scan_is_refused_and_names_what_was_scanned()
    {
        var services = new ServiceCollection();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            ProviderScan.AddProviders(services, ["PaymentAbstractions.Testing", "Package.Without.Assembly"])
        );

        Assert.Contains(
            "Scanned: PaymentAbstractions.Testing, Package.Without.Assembly.",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(services);
    }

    [Fact]
    public void A_scan_without_libraries_asks_for_trimming()
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            ProviderScan.AddProviders(new ServiceCollection(), [])
        );

        Assert.Contains("trimmed or single-file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_list_of_libraries_there_are_none()
    {
        Assert.Empty(ProviderScan.DependentLibraries(null));
    }

    private static DependencyContext Context(params RuntimeLibrary[] libraries) =>
        new(new TargetInfo("net10.0", null, null, isPortable: true), CompilationOptions.Default, [], libraries, []);

    private static RuntimeLibrary Library(string name, params string[] dependencies) =>
        new(
            "package",
            name,
            "1.0.0",
            null,
            [],
            [],
            [],
            dependencies.Select(dependency => new Dependency(dependency, "1.0.0")),
            serviceable: false
        );
}
