namespace PaymentAbstractions.Http;

/// <summary>The base address, and the only way from a path to a target: nothing leaves the base.</summary>
internal sealed class TargetAddress
{
    private readonly Uri _base;
    private readonly string _prefix;

    // Most calls go where the one before went.
    private volatile Combined? _last;

    public TargetAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (
            !address.IsAbsoluteUri
            || address.Scheme is not ("https" or "http")
            || address.Query.Length > 0
            || address.Fragment.Length > 0
            || address.UserInfo.Length > 0
        )
        {
            throw new ArgumentException(
                "The base address must be an absolute http or https address without query, fragment and user.",
                nameof(address)
            );
        }

        _base = address;
        _prefix = address.AbsoluteUri.TrimEnd('/') + "/";
    }

    /// <summary>The target of a request. A secret segment is shown as a stand-in, unless nothing below would put it in.</summary>
    public ExchangeTarget Combine(string path, Secret? secret, bool canHide)
    {
        if (secret is null)
        {
            return new ExchangeTarget(Combine(path), Secret: null);
        }

        var real = CombineAnew($"{Uri.EscapeDataString(secret.Reveal())}/{path.TrimStart('/')}");
        return canHide
            ? new ExchangeTarget(Combine($"{StandIn}/{path.TrimStart('/')}"), real)
            : new ExchangeTarget(real, Secret: null);
    }

    public Uri Combine(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (_last is { } last && last.Path == path)
        {
            return last.Target;
        }

        var target = CombineAnew(path);
        _last = new Combined(path, target);
        return target;
    }

    private Uri CombineAnew(string path)
    {
        if (path.AsSpan().IndexOfAny(Refused) >= 0 || path.Any(char.IsControl))
        {
            throw PaymentTransport.NotSendable(NotBelow);
        }

        if (path.Length == 0)
        {
            return _base;
        }

        var target = path[0] == '?' ? _base.AbsoluteUri + path : _prefix + path.TrimStart('/');
        return
            Uri.TryCreate(target, UriKind.Absolute, out var combined)
            && (path[0] == '?' || combined.AbsoluteUri.StartsWith(_prefix, StringComparison.Ordinal))
            ? combined
            : throw PaymentTransport.NotSendable(NotBelow);
    }

    private static ReadOnlySpan<char> Refused => ['#', '\\', ' '];

    private const string StandIn = "~secret";

    // The path may hold an identifier, so it is not quoted.
    private const string NotBelow =
        "The path must be relative, escaped, without fragment, and stay below the base address.";

    private sealed record Combined(string Path, Uri Target);
}
