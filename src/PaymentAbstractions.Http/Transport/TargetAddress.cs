namespace PaymentAbstractions.Http;

/// <summary>Combines the base address with paths, and ensures that no target is outside the base.</summary>
internal sealed class TargetAddress
{
    private const string StandIn = "~secret";

    // The path may contain an identifier, so it is not quoted.
    private const string NotBelow =
        "The path must be relative and escaped, have no fragment and no '.' or '..' segments, and stay below the base address.";

    private readonly Uri _base;
    private readonly bool _canHide;
    private readonly string _prefix;

    private static ReadOnlySpan<char> Refused => ['#', '\\', ' '];

    // Most calls use the same target as the previous one.
    private volatile Combined? _last;

    /// <param name="address">The base address.</param>
    /// <param name="canHide">Whether a handler inserts the secret later; otherwise all addresses contain it.</param>
    public TargetAddress(Uri address, bool canHide)
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
        _canHide = canHide;
        _prefix = address.AbsoluteUri.TrimEnd('/') + "/";
    }

    /// <summary>The target of a request, and the target with the secret when the first one has a placeholder.</summary>
    public (Uri Shown, Uri? Hidden) Combine(string path, Secret? secret)
    {
        if (secret is null)
        {
            return (Combine(path), null);
        }

        ArgumentNullException.ThrowIfNull(path);
        var below = path.TrimStart('/');
        var target = CombineAnew(below, $"{_prefix}{Uri.EscapeDataString(secret.Reveal())}/");
        return _canHide ? (Combine($"{StandIn}/{below}"), target) : (target, null);
    }

    public Uri Combine(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (_last is { } last && last.Path == path)
        {
            return last.Target;
        }

        var target = path switch
        {
            "" => _base,
            ['?', ..] => CombineAnew(path, _base.AbsoluteUri),
            _ => CombineAnew(path.TrimStart('/'), _prefix),
        };
        _last = new Combined(path, target);
        return target;
    }

    private static Uri CombineAnew(string path, string prefix) =>
        path.AsSpan().IndexOfAny(Refused) < 0
        && !path.Any(char.IsControl)
        && !PathSteps.In(path.Split('?')[0])
        && Uri.TryCreate(prefix + path, UriKind.Absolute, out var combined)
        && combined.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)
            ? combined
            : throw PaymentTransport.NotSendable(NotBelow);

    private sealed record Combined(string Path, Uri Target);
}
