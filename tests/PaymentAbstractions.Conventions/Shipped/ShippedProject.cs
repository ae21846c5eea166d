using System.Reflection;
using System.Xml.Linq;

namespace PaymentAbstractions.Conventions;

/// <summary>One project that is packed: its files, its project file and its assembly.</summary>
internal sealed class ShippedProject
{
    private static readonly ShippedProject[] Everything =
    [
        .. Repository
            .Projects.Where(path => path.StartsWith("src/", StringComparison.Ordinal) || IsProviderPath(path))
            .Select(path => new ShippedProject(path)),
    ];

    private ShippedProject(string path)
    {
        ProjectFile = path;
        Folder = path[..path.LastIndexOf('/')];
        Name = Path.GetFileNameWithoutExtension(path);
        Xml = XDocument.Parse(Repository.Read(path));
        Sources =
        [
            .. Repository
                .Files.Where(file => file.StartsWith(Folder + "/", StringComparison.Ordinal))
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
                .Select(file => new SourceFile(file)),
        ];
    }

    /// <summary>All projects below <c>src</c> and <c>providers</c> whose packages are referenced.</summary>
    public static IReadOnlyList<ShippedProject> All { get; } =
    [.. Everything.Where(project => !project.IsGenerator && !project.IsTool)];

    /// <summary>The tools: packed programs that no project references.</summary>
    public static IReadOnlyList<ShippedProject> Tools { get; } = [.. Everything.Where(project => project.IsTool)];

    /// <summary>The source generators, which the compiler loads and which are packed into another package.</summary>
    public static IReadOnlyList<ShippedProject> Generators { get; } =
    [.. Everything.Where(project => project.IsGenerator)];

    public static TheoryData<string> Names => [.. All.Select(project => project.Name)];

    public static IReadOnlyList<ShippedProject> Providers => [.. All.Where(project => project.IsProvider)];

    public static ShippedProject Contract => Named("PaymentAbstractions");

    /// <summary>The contract and the project of its commercial card data.</summary>
    public static IReadOnlyList<ShippedProject> ContractAndCards { get; } =
    [Contract, Named("PaymentAbstractions.CommercialCards")];

    public string Name { get; }

    public string ProjectFile { get; }

    public string Folder { get; }

    public string Readme => Folder + "/README.md";

    public XDocument Xml { get; }

    public IReadOnlyList<SourceFile> Sources { get; }

    public bool IsProvider => IsProviderPath(ProjectFile);

    private bool IsTool => Xml.Descendants("PackAsTool").Any();

    private bool IsGenerator => Name.EndsWith(".Generator", StringComparison.Ordinal);

    public Assembly Assembly => Assembly.Load(Name);

    public IEnumerable<string> ProjectReferences =>
        Items("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> PackageReferences => Items("PackageReference");

    public IEnumerable<string> FrameworkReferences => Items("FrameworkReference");

    public IEnumerable<string> AssemblyReferences =>
        Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    public static ShippedProject Named(string name) => All.Single(project => project.Name == name);

    public static bool IsOurs(string assembly) =>
        assembly == "PaymentAbstractions" || assembly.StartsWith("PaymentAbstractions.", StringComparison.Ordinal);

    public override string ToString() => Name;

    private static bool IsProviderPath(string path) => path.StartsWith("providers/", StringComparison.Ordinal);

    private IEnumerable<string> Items(string name) =>
        Xml.Descendants(name).Select(item => item.Attribute("Include")!.Value);
}
