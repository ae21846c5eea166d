namespace PaymentAbstractions.Adapters;

/// <summary>Checks of the options that most adapters have: times, secrets and addresses.</summary>
/// <remarks>Thread-safe.</remarks>
public static class HttpAdapterOptions
{
    /// <summary>The default time for one exchange: 150 seconds.</summary>
    public static TimeSpan DefaultDeadline { get; } = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UsualSendTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The given limit for connecting; by default 30 seconds, or the deadline when that is shorter.</summary>
    /// <param name="sendTimeout">The given limit.</param>
    /// <param name="deadline">The time for the whole exchange.</param>
    /// <returns>The limit.</returns>
    public static TimeSpan SendTimeout(TimeSpan? sendTimeout, TimeSpan deadline) =>
        sendTimeout ?? (deadline < UsualSendTimeout ? deadline : UsualSendTimeout);

    /// <summary>Checks the two time limits: a deadline of 100 milliseconds to 10 minutes, 100 milliseconds to 2 minutes for connecting.</summary>
    /// <param name="problems">Where to add the problems.</param>
    /// <param name="deadline">The time for the whole exchange; its key is <c>Deadline</c>.</param>
    /// <param name="sendTimeout">The time for connecting; its key is <c>SendTimeout</c>.</param>
    public static void CheckTimes(this ProblemList problems, TimeSpan deadline, TimeSpan? sendTimeout)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange("Deadline", deadline, Least, TimeSpan.FromMinutes(10));
        if (sendTimeout is not { } send)
        {
            return;
        }

        problems.CheckRange("SendTimeout", send, Least, TimeSpan.FromMinutes(2));
        if (send > deadline)
        {
            problems.Add("SendTimeout", $"({send}) must not be longer than Deadline ({deadline}).");
        }
    }

    /// <summary>Checks that a time is in its range.</summary>
    /// <param name="problems">Where to add the problem.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    public static void CheckRange(this ProblemList problems, string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (value < least || value > most)
        {
            problems.Add(key, $"is {value}, and must be {least} to {most}.");
        }
    }

    /// <summary>Checks a secret that travels in a header or a path.</summary>
    /// <param name="problems">Where to add the problem.</param>
    /// <param name="key">The key; the value is never quoted.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="whatItIs">What to give, for example <c>the API key</c>.</param>
    public static void CheckSecret(this ProblemList problems, string key, Secret? secret, string whatItIs)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (secret is null)
        {
            problems.Add(key, $"is missing; give {whatItIs}.");
        }
        else if (secret.Reveal() is "." or ".." || secret.Reveal().Any(c => c is <= ' ' or > '~'))
        {
            problems.Add(key, "must consist of printable ASCII characters without spaces.");
        }
    }

    /// <summary>Whether an address can be an API's: absolute, https or http on loopback, without query, fragment and user.</summary>
    /// <param name="url">The address.</param>
    /// <param name="mayBeInsecure">Whether http is allowed to other hosts as well.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsApiAddress(Uri url, bool mayBeInsecure = false)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            && url.Query.Length == 0
            && url.Fragment.Length == 0
            && url.UserInfo.Length == 0
            && (
                url.Scheme == Uri.UriSchemeHttps
                || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || mayBeInsecure))
            );
    }

    /// <summary>Whether an address is at a host, whatever its casing and a dot at its end.</summary>
    /// <param name="url">The address.</param>
    /// <param name="host">The host.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsAt(Uri url, string host)
    {
        ArgumentNullException.ThrowIfNull(url);
        return string.Equals(url.Host.TrimEnd('.'), host, StringComparison.OrdinalIgnoreCase);
    }
}
