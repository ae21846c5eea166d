using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The open forms of a sandbox.</summary>
internal sealed class HostedForms(long givenBefore)
{
    public const string Path = "three-step";

    private readonly List<HostedForm> _all = [];

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"form{givenBefore + _all.Count + 1:D8}");

    /// <summary>Opens a form and answers with its URL.</summary>
    public SandboxResponse Open(HostedForm form, VirtualTerminalWorld world)
    {
        _all.Add(form);
        return WireJson.Ok(
            new JsonObject
            {
                ["FormPostUrl"] = new Uri(world.Root, $"{Path}/{form.Id}").ToString(),
                ["ID"] = 0,
                ["Success"] = true,
                ["Message"] = null,
            },
            world.Profile
        );
    }

    public HostedForm? Find(string id) => _all.Find(form => form.Id == id);

    /// <summary>Takes the form of a token, once; null when the token is unknown, used or for another purpose.</summary>
    public HostedForm? Take(VirtualTerminalCall call, bool isCharge)
    {
        // Names are case-insensitive, so TokenId is the same.
        var token = call.Body.Text("TokenID");
        var form = _all.Find(known =>
            known.TokenId is not null
            && known.TokenId == token
            && known.Merchant == call.Merchant
            && known.Order is not null == isCharge
            && !known.IsComplete
        );
        if (form is not null)
        {
            form.IsComplete = true;
        }

        return form;
    }
}
