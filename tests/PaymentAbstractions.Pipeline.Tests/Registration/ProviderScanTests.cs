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
            .Select(service => service.ImplementationInstance!.GetType());
        Assert.Equal([typeof(OtherProvider), typeof(TestProvider)], found.OrderBy(type => type.Name));
    }

    [Fact]
    public void The_services_of_a_found_provider_are_registered()
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
    public async Task The_container_gives_the_instance_that_the_scan_made()
    {
        var services = new ServiceCollection();
        ProviderScan.AddProviders(services);
        await using var one = services.BuildServiceProvider();
        await using var other = services.BuildServiceProvider();

        Assert.Equal(one.GetServices<PaymentProvider>(), other.GetServices<PaymentProvider>());
    }

    [Fact]
    public void A_provider_is_found_in_an_assembly_that_is_not_named_as_its_package()
    {
        var services = new ServiceCollection();
        var context = Context(
            Library("Acme.Payments", ["PaymentAbstractions"], typeof(TestProvider).Assembly.GetName().Name!),
            Library("PaymentAbstractions", [], "PaymentAbstractions")
        );

        ProviderScan.AddProviders(services, ProviderScan.DependentAssemblies(context));

        Assert.Equal(2, services.Count(service => service.ServiceType == typeof(PaymentProvider)));
    }

    [Fact]
    public void Libraries_are_followed_over_others_and_ours_are_left_out()
    {
        var context = Context(
            Library("Shop", ["Shop.Payments", "Newtonsoft.Json"], "Shop.Web"),
            Library("Shop.Payments", ["paymentabstractions.somebank"], "Shop.Payments"),
            Library("PaymentAbstractions.SomeBank", ["Our.Pipeline"], "SomeBank", "SomeBank.Wire"),
            Library("Our.Pipeline", ["PaymentAbstractions"], "PaymentAbstractions.Pipeline"),
            Library("PaymentAbstractions", [], "PaymentAbstractions"),
            Library("Fakes", ["PaymentAbstractions"], "Fakes"),
            Library("Build.Files", ["PaymentAbstractions"], "_._"),
            Library("Newtonsoft.Json", ["System.Text"], "Newtonsoft.Json")
        );

        var assemblies = ProviderScan.DependentAssemblies(context);

        Assert.Equal(["Shop.Web", "Shop.Payments", "SomeBank", "SomeBank.Wire", "Fakes"], assemblies);
    }

    [Fact]
    public void An_assembly_that_is_referenced_as_a_file_is_looked_at()
    {
        var context = Context(
            Library("Shop", ["Acme.Reference", "PaymentAbstractions"], "Shop"),
            Library("Acme.Reference", [], "Acme", type: "reference"),
            Library("PaymentAbstractions", [], "PaymentAbstractions")
        );

        Assert.Equal(["Shop", "Acme"], ProviderScan.DependentAssemblies(context));
    }

    [Fact]
    public void Providers_that_cannot_be_made_are_named_all_at_once()
    {
        var assembly = EmittedProviders.Define();

        var exception = Assert.Throws<PaymentConfigurationException>(() => ProviderScan.Make([assembly]));

        Assert.Equal(
            [
                "The provider Acme.NeedsText cannot be created: it has no public constructor without parameters.",
                "The provider Acme.NeedsServices cannot be created: it has no public constructor without parameters.",
                "The provider Acme.Hides cannot be created: it has no public constructor without parameters.",
                "The provider Acme.Fails cannot be created: its constructor failed with "
                    + "System.InvalidOperationException: The license is missing.",
            ],
            exception.Problems
        );
    }

    [Fact]
    public void An_empty_scan_is_refused_and_names_what_was_scanned()
    {
        var services = new ServiceCollection();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            ProviderScan.AddProviders(services, ["PaymentAbstractions.Testing", "Assembly.That.Is.Missing"])
        );

        Assert.Contains(
            "Scanned: PaymentAbstractions.Testing, Assembly.That.Is.Missing.",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(services);
    }

    [Fact]
    public void A_scan_without_assemblies_asks_for_trimming()
    {
        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            ProviderScan.AddProviders(new ServiceCollection(), [])
        );

        Assert.Contains("trimmed or single-file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_list_of_assemblies_there_are_none()
    {
        Assert.Empty(ProviderScan.DependentAssemblies(null));
    }

    private static DependencyContext Context(params RuntimeLibrary[] libraries) =>
        new(new TargetInfo("net10.0", null, null, isPortable: true), CompilationOptions.Default, [], libraries, []);

    private static RuntimeLibrary Library(
        string name,
        string[] dependencies,
        string assembly,
        string? another = null,
        string type = "package"
    ) =>
        new(
            type,
            name,
            "1.0.0",
            null,
            [
                new RuntimeAssetGroup("", [.. new[] { assembly, another }.OfType<string>().Select(PathOf)]),
                // The same assembly, specific to one runtime.
                new RuntimeAssetGroup("linux-x64", PathOf(assembly)),
            ],
            [],
            [],
            dependencies.Select(dependency => new Dependency(dependency, "1.0.0")),
            serviceable: false
        );

    private static string PathOf(string assembly) =>
        assembly == "_._" ? "lib/net10.0/_._" : $"lib/net10.0/{assembly}.dll";
}
