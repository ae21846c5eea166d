using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The objects of an emulated JSON API. Each belongs to one account and is not visible to others. Ids, accounts and filters are compared as
/// text, so that an id may be a number.
/// </summary>
/// <remarks>
/// Not thread-safe: use it only in code that runs under <see cref="ProviderSandbox.Answer"/>. The caller may change the objects.
/// </remarks>
/// <param name="accountMember">The member of an object that contains its account.</param>
/// <param name="idMember">The member of an object that contains its id.</param>
public sealed class SandboxObjects(string accountMember, string idMember = "id")
{
    private readonly List<JsonObject> _objects = [];

    /// <summary>All objects of all accounts, oldest first.</summary>
    public IReadOnlyList<JsonObject> All => _objects;

    /// <summary>Adds an object, which becomes the newest.</summary>
    /// <param name="made">The object, with its account and its id.</param>
    /// <returns>The same object.</returns>
    public JsonObject Add(JsonObject made)
    {
        ArgumentNullException.ThrowIfNull(made);
        _objects.Add(made);
        return made;
    }

    /// <summary>Finds an object by its id.</summary>
    /// <param name="account">The calling account.</param>
    /// <param name="id">The id; null finds nothing.</param>
    /// <returns>The object; null when the account does not have it.</returns>
    public JsonObject? Find(string account, string? id) =>
        id is null ? null : _objects.Find(one => Holds(one, idMember, id) && Holds(one, accountMember, account));

    /// <summary>Lists objects of an account, newest first.</summary>
    /// <param name="account">The calling account.</param>
    /// <param name="filters">The names of members and the required texts.</param>
    /// <param name="after">The id after which the page starts; null for the first page. For an unknown id, the first page is
    /// returned.</param>
    /// <param name="limit">The maximum number of objects on the page.</param>
    /// <returns>Copies of the objects, and whether there are more.</returns>
    public (JsonArray Page, bool HasMore) List(
        string account,
        IEnumerable<KeyValuePair<string, string>> filters,
        string? after = null,
        int limit = int.MaxValue
    )
    {
        var all = filters.Append(new(accountMember, account)).ToList();
        var rows = _objects.FindAll(one => all.TrueForAll(filter => Holds(one, filter.Key, filter.Value)));
        rows.Reverse();
        var rest = after is null ? rows : rows[(rows.FindIndex(one => Holds(one, idMember, after)) + 1)..];
        return (new JsonArray([.. rest.Take(limit).Select(one => one.DeepClone())]), rest.Count > limit);
    }

    /// <summary>Reads a member that contains a text.</summary>
    /// <param name="one">The object; null has no members.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The text; null when the member does not exist or is null.</returns>
    public static string? Text(JsonObject? one, string name) => (string?)one?[name];

    /// <summary>Reads a member that contains a whole number.</summary>
    /// <param name="one">The object; null has no members.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The number; 0 when the member does not exist or is null.</returns>
    public static long Number(JsonObject? one, string name) => (long?)one?[name] ?? 0;

    private static bool Holds(JsonObject one, string name, string text) =>
        one[name] is JsonValue value && value.ToString() == text;
}
