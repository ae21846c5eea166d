using System.Text;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class JsonWritingTests
{
    [Fact]
    public void Optional_members_are_written_when_there_is_something_to_write()
    {
        var request = ProviderRequest.Json(
            HttpMethod.Post,
            "payments",
            json =>
            {
                json.Optional("text", "a");
                json.Optional("none", "");
                json.Optional("metadata", Metadata.From([new("shelf", "7"), new("row", "2")]));
                json.Optional("nothing", Metadata.Empty);
            }
        );

        Assert.Equal(
            """{"text":"a","metadata":{"shelf":"7","row":"2"}}""",
            Encoding.UTF8.GetString(request.Content!.Value.Span)
        );
    }
}
