using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Conventions;

public sealed class TemplateTests
{
    [Fact]
    public void The_template_takes_the_packages_in_the_version_of_the_repository()
    {
        var version = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;
        var template = JsonNode.Parse(
            Repository.Read("templates/PaymentAdapter/content/.template.config/template.json")
        )!;

        Assert.Equal(version, template["symbols"]!["packageVersion"]!["defaultValue"]!.GetValue<string>());
    }
}
