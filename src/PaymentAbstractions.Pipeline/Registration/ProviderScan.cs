using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyModel;

namespace PaymentAbstractions;

/// <summary>Finds providers in the libraries that depend on the contract, and in no others.</summary>
internal static class ProviderScan
{
    private static readonly string Contract = typeof(IPaymentGateway).Assembly.GetName().Name!;
    private static readonly string Pipeline = typeof(PaymentProvider).Assembly.GetName().Name!;

    [RequiresUnreferencedCode("Scanning finds providers by reflection; name them with AddProvider instead.")]
    [RequiresAssemblyFiles("A single-file application has no list of its libraries; name providers with AddProvider.")]
    public static void AddProviders(IServiceCollection services) =>
        AddProviders(services, DependentLibraries(DependencyContext.Default));

    [RequiresUnreferencedCode("Scanning finds providers by reflection; name them with AddProvider instead.")]
    internal static void AddProviders(IServiceCollection services, IReadOnlyList<string> libraries)
    {
        var found = new ServiceCollection();
        found.Scan(scan =>
            scan.FromAssemblies(libraries.Select(Load).OfType<Assembly>())
                .AddClasses(classes => classes.AssignableTo<PaymentProvider>(), publicOnly: true)
                .As<PaymentProvider>()
                .WithSingletonLifetime()
        );
        if (found.Count == 0)
        {
            var scanned =
                libraries.Count == 0
                    ? "no library (is the application trimmed or single-file?)"
                    : string.Join(", ", libraries);
            throw new PaymentConfigurationException([
                $"No payment provider was found. Scanned: {scanned}. Reference a provider package, or name one with AddProvider.",
            ]);
        }

        foreach (var type in found.Select(descriptor => descriptor.ImplementationType!))
        {
            if (services.All(known => known.ServiceType != typeof(PaymentProvider) || known.ImplementationType != type))
            {
                services.AddSingleton(typeof(PaymentProvider), type);
                ((PaymentProvider)Activator.CreateInstance(type)!).ConfigureServices(services);
            }
        }
    }

    /// <summary>The libraries that depend on the contract, over however many others.</summary>
    internal static List<string> DependentLibraries(DependencyContext? context)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Contract, Pipeline };
        IReadOnlyList<RuntimeLibrary> libraries = context?.RuntimeLibraries ?? [];
        int before;
        do
        {
            before = found.Count;
            found.UnionWith(
                libraries.Where(library => library.Dependencies.Any(d => found.Contains(d.Name))).Select(l => l.Name)
            );
        } while (found.Count > before);

        return [.. libraries.Select(library => library.Name).Where(name => found.Contains(name) && !IsOurs(name))];
    }

    private static bool IsOurs(string name) =>
        string.Equals(name, Contract, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, Pipeline, StringComparison.OrdinalIgnoreCase);

    private static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            // A library without an assembly of its name (a package of build files, say) holds no provider.
            return null;
        }
    }
}
