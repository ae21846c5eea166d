using System.Globalization;

namespace PaymentAbstractions.Adapters;

/// <summary>Checks that most adapters need, for the times, secrets and addresses of their options and for the texts of requests.</summary>
/// <remarks>This type is thread-safe.</remarks>
public static class HttpAdapterOptions
{
    /// <summary>The default time for one exchange: 150 seconds.</summary>
    public static TimeSpan DefaultDeadline { get; } = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UsualSendTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Gets the given limit for connecting; by default 30 seconds, or the deadline when that is shorter.</summary>
    /// <param name="sendTimeout">The given limit.</param>
    /// <param name="deadline">The time for the whole exchange.</param>
    /// <returns>The limit.</returns>
    public static TimeSpan SendTimeout(TimeSpan? sendTimeout, TimeSpan deadline) =>
        sendTimeout ?? (deadline < UsualSendTimeout ? deadline : UsualSendTimeout);

    /// <summary>
    /// Checks the two time limits: a deadline of 100 milliseconds to 10 minutes, and 100 milliseconds to 2 minutes for connecting.
    /// </summary>
    /// <param name="problems">The list to which problems are added.</param>
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
    /// <param name="problems">The list to which problems are added.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="least">The minimum.</param>
    /// <param name="most">The maximum.</param>
    public static void CheckRange(this ProblemList problems, string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (value < least || value > most)
        {
            problems.Add(key, $"is {value}, and must be {least} to {most}.");
        }
    }

    /// <summary>Checks a secret that is sent in a header or a path.</summary>
    /// <param name="problems">The list to which problems are added.</param>
    /// <param name="key">The key. The value is never quoted.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="whatItIs">What to provide, for example <c>the API key</c>.</param>
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

    /// <summary>Checks that a text is given.</summary>
    /// <param name="problems">The list to which problems are added.</param>
    /// <param name="key">The key.</param>
    /// <param name="text">The text.</param>
    /// <param name="whatItIs">What to provide, for example <c>the merchant's account</c>.</param>
    public static void CheckText(this ProblemList problems, string key, string? text, string whatItIs)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(key, $"is missing; give {whatItIs}.");
        }
    }

    /// <summary>Checks that an address, if given, is a valid API address (<see cref="IsApiAddress"/>).</summary>
    /// <param name="problems">The list to which problems are added.</param>
    /// <param name="key">The key.</param>
    /// <param name="url">The address.</param>
    public static void CheckAddress(this ProblemList problems, string key, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (url is not null && !IsApiAddress(url))
        {
            problems.Add(key, "must be an absolute https address without query, fragment and user.");
        }
    }

    /// <summary>Checks the length of a text of a request.</summary>
    /// <param name="problems">The list to which problems are added.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">The text; may be <see langword="null"/>.</param>
    /// <param name="most">The maximum number of characters that the provider accepts.</param>
    public static void CheckLength(this ProblemList problems, string field, string? text, int most)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (text?.Length > most)
        {
            problems.Add(field, $"has {text.Length} characters; the provider accepts at most {most}.");
        }
    }

    /// <summary>Checks how many digits an amount has in the minor unit of its currency.</summary>
    /// <param name="problems">The list to which problems are added.</param>
    /// <param name="field">The field.</param>
    /// <param name="amount">The amount; may be <see langword="null"/>.</param>
    /// <param name="most">The maximum number of digits that the provider accepts, 1 to 18.</param>
    public static void CheckDigits(this ProblemList problems, string field, Money? amount, int most)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 18);
        if (
            amount is { } given
            && given != default
            && given.ToMinorUnits().ToString(CultureInfo.InvariantCulture).TrimStart('-').Length > most
        )
        {
            problems.Add(field, $"is {given}; the provider accepts at most {most} digits, counted in the minor unit.");
        }
    }

    /// <summary>Checks the limits of the merchant's own names and values of a request.</summary>
    /// <param name="problems">The list to which problems are added, with the field <c>Metadata</c>.</param>
    /// <param name="metadata">The names and values.</param>
    /// <param name="most">The maximum number of names that the provider accepts.</param>
    /// <param name="longestName">The maximum number of characters of a name.</param>
    /// <param name="longestValue">The maximum number of characters of a value.</param>
    public static void CheckMetadata(
        this ProblemList problems,
        Metadata metadata,
        int most,
        int longestName,
        int longestValue
    )
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(metadata);
        if (
            metadata.Count > most
            || metadata.Any(pair => pair.Key.Length > longestName || pair.Value.Length > longestValue)
        )
        {
            problems.Add(
                nameof(PaymentRequest.Metadata),
                $"exceeds the limits of the provider: {most} names of at most {longestName} characters with values of at most {longestValue}."
            );
        }
    }

    /// <summary>Whether an address is a valid API address: absolute, https or http on loopback, without query, fragment and user.</summary>
    /// <param name="url">The address.</param>
    /// <param name="mayBeInsecure">Whether http is also allowed for other hosts.</param>
    /// <returns>Whether it is valid.</returns>
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

    /// <summary>Whether an address is at a host, ignoring casing and a trailing dot.</summary>
    /// <param name="url">The address.</param>
    /// <param name="host">The host.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsAt(Uri url, string host)
    {
        ArgumentNullException.ThrowIfNull(url);
        return string.Equals(url.Host.TrimEnd('.'), host, StringComparison.OrdinalIgnoreCase);
    }
}
