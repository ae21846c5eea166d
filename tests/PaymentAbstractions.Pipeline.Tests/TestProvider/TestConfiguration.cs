using System.Text;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A JSON configuration that a test replaces while the application runs.</summary>
internal sealed class TestConfiguration : ConfigurationProvider, IConfigurationSource
{
    private readonly IConfigurationRoot _root;

    public TestConfiguration(string json)
    {
        Data = Parse(json);
        _root = new ConfigurationBuilder().Add(this).Build();
    }

    public IConfigurationSection Payments => _root.GetSection("Payments");

    public void Replace(string json)
    {
        Data = Parse(json);
        OnReload();
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    private static Dictionary<string, string?> Parse(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Payments": {{json}} }"""));
        var data = new ConfigurationBuilder()
            .AddJsonStream(stream)
            .Build()
            .AsEnumerable()
            .Where(pair => pair.Value is not null)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        // The clock of most tests stands still, so a wait between two tries would never end.
        data.TryAdd("Payments:Resilience:MaxRetries", "0");
        data.TryAdd("Payments:Resilience:MaxLookupRetries", "0");
        return data;
    }
}
