namespace PaymentAbstractions.Conventions;

public sealed class DependencyTests
{
    private const string Contract = "PaymentAbstractions";
    private const string CommercialCards = "PaymentAbstractions.CommercialCards";
    private const string Journal = "PaymentAbstractions.Journal";
    private const string Pipeline = "PaymentAbstractions.Pipeline";
    private const string Http = "PaymentAbstractions.Http";
    private const string Adapters = "PaymentAbstractions.Adapters";

    /// <summary>
    /// The projects of this repository that a project below <c>src</c> may reference. Tools are left out: nothing references a tool,
    /// and a tool may reference everything, including providers and journals.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Contract] = [],
        [CommercialCards] = [Contract],
        [Journal] = [Contract],
        ["PaymentAbstractions.Journal.Sqlite"] = [Contract, Journal, Pipeline],
        ["PaymentAbstractions.Journal.PostgreSql"] = [Contract, Journal, Pipeline],
        [Pipeline] = [Contract, CommercialCards, Journal],
        [Http] = [Contract],
        [Adapters] = [Contract, Pipeline, Http],
        ["PaymentAbstractions.AspNetCore"] = [Contract, Journal, Pipeline],
        ["PaymentAbstractions.Testing"] = [Contract, CommercialCards, Journal, Pipeline],
        ["PaymentAbstractions.Conformance"] =
        [
            Contract,
            CommercialCards,
            Journal,
            "PaymentAbstractions.Journal.Sqlite",
            Pipeline,
            Http,
            Adapters,
            "PaymentAbstractions.Sandbox",
            "PaymentAbstractions.Conformance.Generator",
        ],
        ["PaymentAbstractions.Sandbox"] = [],
    };

    private static readonly string[] AllowedToProviders = [Contract, CommercialCards, Pipeline, Http, Adapters];

    /// <summary>The projects that reference nothing but the base class library.</summary>
    private static readonly string[] Bare = [Contract, CommercialCards, Journal];

    public static TheoryData<string> Projects => ShippedProject.Names;

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_allowed_projects(string name)
    {
        var project = ShippedProject.Named(name);
        var allowed = AllowedTo(project);

        var declared = project.ProjectReferences.Except(allowed);
        var compiled = project.AssemblyReferences.Where(ShippedProject.IsOurs).Except(allowed);

        Findings.None(declared);
        Findings.None(compiled);
    }

    [Fact]
    public void A_tool_may_reference_everything_and_nothing_may_reference_it()
    {
        var tools = ShippedProject.Tools.Select(tool => tool.Name).ToList();
        var known = ShippedProject.All.SelectMany(project => project.ProjectReferences);

        Assert.Equal(["PaymentAbstractions.Sandbox.Tool", "PaymentAbstractions.Tool"], tools.Order());
        Findings.None(known.Intersect(tools));
    }

    [Fact]
    public void A_generator_knows_only_the_compiler()
    {
        Assert.NotEmpty(ShippedProject.Generators);
        Assert.All(ShippedProject.Generators, generator => Assert.Empty(generator.ProjectReferences));
        Assert.All(
            ShippedProject.Generators,
            generator => Assert.Equal(["Microsoft.CodeAnalysis.CSharp"], generator.PackageReferences)
        );
    }

    [Fact]
    public void A_generator_is_packed_inside_of_the_package_that_it_serves() =>
        Assert.All(
            ShippedProject.Generators,
            generator =>
                Assert.Contains(
                    ShippedProject.Named(generator.Name[..generator.Name.LastIndexOf('.')]).Xml.Descendants("None"),
                    item =>
                        item.Attribute("Include")!.Value.EndsWith($"/{generator.Name}.dll", StringComparison.Ordinal)
                        && item.Attribute("Pack")?.Value == "true"
                        && item.Attribute("PackagePath")?.Value == "analyzers/dotnet/cs"
                )
        );

    [Fact]
    public void The_references_are_found()
    {
        Assert.True(ShippedProject.All.Count >= 7);
        Assert.NotEmpty(ShippedProject.Providers);
        Assert.All(ShippedProject.Providers, provider => Assert.Contains(Contract, provider.ProjectReferences));
        Assert.All(ShippedProject.Providers, provider => Assert.Contains(Contract, provider.AssemblyReferences));
    }

    [Fact]
    public void The_contract_the_commercial_cards_and_the_journal_reference_the_base_class_library_only()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        foreach (var project in ShippedProject.All.Where(project => Bare.Contains(project.Name)))
        {
            var foreign = project
                .AssemblyReferences.Where(name => !ShippedProject.IsOurs(name))
                .Where(name => !File.Exists(Path.Combine(framework, name + ".dll")));

            Assert.NotEmpty(project.AssemblyReferences);
            Assert.Empty(project.PackageReferences);
            Assert.Empty(project.FrameworkReferences);
            Findings.None(foreign);
        }
    }

    [Fact]
    public void A_provider_brings_no_package_but_the_configuration_that_it_binds() =>
        Assert.All(
            ShippedProject.Providers,
            provider =>
            {
                Assert.All(
                    provider.PackageReferences,
                    name => Assert.StartsWith("Microsoft.Extensions.Configuration", name, StringComparison.Ordinal)
                );
                Assert.Empty(provider.FrameworkReferences);
            }
        );

    private static string[] AllowedTo(ShippedProject project)
    {
        if (project.IsProvider)
        {
            return AllowedToProviders;
        }

        Assert.True(
            Allowed.ContainsKey(project.Name),
            $"{project.Name} is new: say in {nameof(Allowed)} whom it may know."
        );
        return Allowed[project.Name];
    }
}
