using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyModel;

namespace PaymentAbstractions;

/// <summary>Finds payment providers and journal providers in the assemblies that depend on the contract, and in no others.</summary>
/// <remarks>
/// <see cref="PaymentProvider.ConfigureServices"/> must run before the application's container is built, and only an instance can run it:
/// a static member would force every provider to repeat its name and options. Therefore Scrutor registers the providers in a container of
/// the scan, which creates each of them once, and the application's container receives these instances. They have no state and no
/// dependencies, so it does not matter which container created them.
/// </remarks>
internal static class ProviderScan
{
    private static readonly string Contract = typeof(IPaymentGateway).Assembly.GetName().Name!;
    private static readonly string Pipeline = typeof(PaymentProvider).Assembly.GetName().Name!;

    [RequiresUnreferencedCode("Scanning finds providers by reflection; add them with AddProvider instead.")]
    [RequiresAssemblyFiles("A single-file application has no list of its assemblies; add providers with AddProvider.")]
    public static void AddProviders(IServiceCollection services) =>
        AddProviders(services, DependentAssemblies(DependencyContext.Default));

    [RequiresUnreferencedCode("Scanning finds providers by reflection; add them with AddProvider instead.")]
    internal static void AddProviders(IServiceCollection services, IReadOnlyList<string> assemblies)
    {
        var found = Make([.. assemblies.Select(Load).OfType<Assembly>()]);
        var providers = found.OfType<PaymentProvider>().ToList();
        if (providers.Count == 0)
        {
            var scanned =
                assemblies.Count == 0
                    ? "no assembly (is the application trimmed or single-file?)"
                    : string.Join(", ", assemblies);
            throw new PaymentConfigurationException([
                $"No payment provider was found. Scanned: {scanned}. Reference a provider package, or add a provider with AddProvider.",
            ]);
        }

        foreach (var provider in providers.Where(provider => !services.Any(known => Is(known, provider.GetType()))))
        {
            services.AddSingleton(provider);
            provider.ConfigureServices(services);
            provider.AddOptions(services);
        }

        foreach (var journal in found.OfType<JournalProvider>())
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<JournalProvider>(journal));
        }
    }

    /// <summary>Creates the public providers in the given assemblies.</summary>
    /// <param name="assemblies">The assemblies.</param>
    /// <returns>One instance of each provider.</returns>
    /// <exception cref="PaymentConfigurationException">Providers cannot be created; the message names each of them.</exception>
    [RequiresUnreferencedCode("Scanning finds providers by reflection; add them with AddProvider instead.")]
    internal static List<object> Make(IReadOnlyList<Assembly> assemblies)
    {
        var found = new ServiceCollection();
        found.Scan(scan =>
            scan.FromAssemblies(assemblies)
                .AddClasses(
                    classes =>
                        classes
                            .AssignableToAny(typeof(PaymentProvider), typeof(JournalProvider))
                            .Where(type => !type.ContainsGenericParameters),
                    publicOnly: true
                )
                .AsSelf()
                .WithSingletonLifetime()
        );
        using var container = found.BuildServiceProvider();
        var providers = new List<object>();
        var problems = new List<string>();
        foreach (var type in found.Select(descriptor => descriptor.ServiceType))
        {
            // The container would also search for constructors whose parameters it knows.
            if (type.GetConstructor(Type.EmptyTypes) is null)
            {
                problems.Add(
                    $"The provider {type} cannot be created: it has no public constructor without parameters."
                );
                continue;
            }

            try
            {
                providers.Add(container.GetRequiredService(type));
            }
            catch (Exception exception)
            {
                var cause = exception.GetBaseException();
                problems.Add(
                    $"The provider {type} cannot be created: its constructor failed with {cause.GetType()}: {cause.Message}"
                );
            }
        }

        return problems.Count == 0 ? providers : throw new PaymentConfigurationException(problems);
    }

    /// <summary>Returns the assemblies of the libraries that depend on the contract, directly or indirectly.</summary>
    /// <param name="context">The dependency context from the build; <see langword="null"/> when there is none.</param>
    /// <returns>The names of the assemblies, without those of this library.</returns>
    /// <remarks>
    /// Libraries are packages and projects. Dependencies are followed by library name, and assemblies are scanned by assembly name, which
    /// can differ. The build does not record the dependencies of an assembly that is referenced as a file, so such an assembly is scanned
    /// as well.
    /// </remarks>
    internal static List<string> DependentAssemblies(DependencyContext? context)
    {
        IReadOnlyList<RuntimeLibrary> libraries = context?.RuntimeLibraries ?? [];
        var dependents = libraries
            .Where(library => AssembliesOf(library).Any(IsOurs) || library.Type == "reference")
            .Select(library => library.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        int before;
        do
        {
            before = dependents.Count;
            dependents.UnionWith(
                libraries
                    .Where(library => library.Dependencies.Any(dependency => dependents.Contains(dependency.Name)))
                    .Select(library => library.Name)
            );
        } while (dependents.Count > before);

        return
        [
            .. libraries
                .Where(library => dependents.Contains(library.Name))
                .SelectMany(AssembliesOf)
                .Where(assembly => !IsOurs(assembly))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    // A library can have an assembly of the same name for each of several runtimes. "_._" stands for no assembly.
    private static IEnumerable<string> AssembliesOf(RuntimeLibrary library) =>
        library
            .RuntimeAssemblyGroups.SelectMany(group => group.AssetPaths)
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(path => Path.GetFileNameWithoutExtension(path));

    private static bool IsOurs(string assembly) =>
        string.Equals(assembly, Contract, StringComparison.OrdinalIgnoreCase)
        || string.Equals(assembly, Pipeline, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ServiceDescriptor known, Type provider) =>
        !known.IsKeyedService
        && known.ServiceType == typeof(PaymentProvider)
        && known.ImplementationInstance?.GetType() == provider;

    private static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            // An assembly that was not published with the application contains no provider.
            return null;
        }
    }
}
