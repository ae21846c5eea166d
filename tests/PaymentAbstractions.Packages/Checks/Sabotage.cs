using System.Text;
using System.Xml.Linq;

namespace PaymentAbstractions.Packages;

/// <summary>One way to break a package, and the problem that the checks must report.</summary>
/// <param name="Name">The change to the package.</param>
/// <param name="PackageId">The package that is broken.</param>
/// <param name="Expected">A part of the problem that the checks must report.</param>
/// <param name="Break">Makes the broken package.</param>
internal sealed record Sabotage(string Name, string PackageId, string Expected, Func<Package, Package> Break)
{
    private const string Library = "PaymentAbstractions.Http";
    private const string Tool = "PaymentAbstractions.Tool";
    private const string Manifest = Library + ".nuspec";
    private const string Documentation = "lib/net10.0/" + Library + ".xml";
    private const string PublicMember = "T:PaymentAbstractions.Http.RedactionOptions";

    public static IReadOnlyList<Sabotage> All { get; } =
    [
        Without("README.md", "README.md is missing"),
        Without("icon.png", "icon.png is missing"),
        Without("lib/net10.0/" + Library + ".dll", ".dll is missing"),
        Without(Documentation, ".xml is missing"),
        new("No symbols", Library, "symbols are missing", package => package with { Symbols = Files([]) }),
        new("A big icon", Library, "128 by 128", package => With(package, "icon.png", new byte[20_000])),
        new("A stray file", Library, "does not belong here", package => With(package, "lib/net10.0/Other.txt", [])),
        new("Documentation in a tool", Tool, "does not belong here", DocumentTool),
        InManifest("license", "license is", element => element.Value = "GPL-3.0-only"),
        InManifest("projectUrl", "project URL is", element => element.Remove()),
        InManifest("repository", "repository URL is", element => element.SetAttributeValue("url", null)),
        InManifest("repository", "commit is missing", element => element.SetAttributeValue("commit", null)),
        InManifest("releaseNotes", "release notes is", element => element.Remove()),
        InManifest("description", "not a sentence", element => element.Value = "Package Description"),
        InManifest("tags", "tags or copyright", element => element.Remove()),
        InManifest("dependency", "not on this version alone", element => element.SetAttributeValue("version", "0.1.0")),
        InManifest("dependency", "uses PaymentAbstractions and", element => element.Remove()),
        InManifest("group", "depends on Polly.Core and does not use it", DependOnMore),
        InDocumentation("An internal type", "documented and not public", members => members.Add(Member("T:Hidden"))),
        InDocumentation("A missing type", "public and not documented", members => Find(members, PublicMember).Remove()),
        InText("A path of this machine", "a path of this machine", $"See {Repository.Root}/README.md."),
        InText("A relative link", "not in the package", "See [the guide](../docs/guide.md)."),
    ];

    private static Sabotage Without(string path, string expected) =>
        new(
            $"No {path}",
            Library,
            expected,
            package => package with { Files = Files(package.Files.Where(file => file.Key != path)) }
        );

    private static Sabotage InManifest(string element, string expected, Action<XElement> change) =>
        new(
            $"A wrong {element} ({expected})",
            Library,
            expected,
            package =>
                Edit(package, Manifest, xml => change(xml.Descendants().First(one => one.Name.LocalName == element)))
        );

    private static Sabotage InDocumentation(string name, string expected, Action<XElement> change) =>
        new(
            name,
            Library,
            expected,
            package => Edit(package, Documentation, xml => change(xml.Root!.Element("members")!))
        );

    private static Sabotage InText(string name, string expected, string text) =>
        new(
            name,
            Library,
            expected,
            package => With(package, "README.md", Encoding.UTF8.GetBytes(package.Text("README.md") + text))
        );

    private static Package DocumentTool(Package package) =>
        With(package, $"tools/net10.0/any/{Tool}.xml", "<doc />"u8.ToArray());

    private static void DependOnMore(XElement group) =>
        group.Add(
            new XElement(
                group.Name.Namespace + "dependency",
                new XAttribute("id", "Polly.Core"),
                new XAttribute("version", "8.9.1")
            )
        );

    private static XElement Member(string id) => new("member", new XAttribute("name", id));

    private static XElement Find(XElement members, string id) =>
        members.Elements().Single(member => member.Attribute("name")!.Value == id);

    private static Package Edit(Package package, string path, Action<XDocument> change)
    {
        var document = XDocument.Parse(package.Text(path));
        change(document);
        return With(package, path, Encoding.UTF8.GetBytes(document.ToString()));
    }

    private static Package With(Package package, string path, byte[] content) =>
        package with
        {
            Files = Files(package.Files.Where(file => file.Key != path).Append(new(path, content))),
        };

    private static Dictionary<string, byte[]> Files(IEnumerable<KeyValuePair<string, byte[]>> files) =>
        new(files, StringComparer.Ordinal);
}
