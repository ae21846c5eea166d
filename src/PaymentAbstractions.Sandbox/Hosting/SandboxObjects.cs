using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The objects of an emulated API that speaks JSON. Each belongs to one account and is shown to no other. Ids, accounts and filters are
/// compared as text, so that an id may be a number.
/// </summary>
/// <remarks>Not thread-safe: use it where <see cref="ProviderSandbox.Answer"/> runs. Objects are the caller's to change.</remarks>
/// <param name="accountMember">The member of an object that names its account.</param>
/// <param name="idMember">The member of an object that identifies it.</param>
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
    /// <param name="account">The account that asks.</param>
    /// <param name="id">The id; none finds nothing.</param>
    /// <returns>The object; none when there is no such object of the account.</returns>
    public JsonObject? Find(string account, string? id) =>
        id is null ? null : _objects.Find(one => Holds(one, idMember, id) && Holds(one, accountMember, account));

    /// <summary>Lists objects of an account, newest first.</summary>
    /// <param name="account">The account that asks.</param>
    /// <param name="filters">Names of members with the texts that they must hold.</param>
    /// <param name="after">The id after which the page starts; none for the first page. An unknown one starts at the first.</param>
    /// <param name="limit">How many objects the page holds at most.</param>
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

    /// <summary>A member that holds a text.</summary>
    /// <param name="one">The object; none has no members.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The text; none when there is no such member or it is null.</returns>
    public static string? Text(JsonObject? one, string name) => (string?)one?[name];

    /// <summary>A member that holds a whole number.</summary>
    /// <param name="one">The object; none has no members.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The number; 0 when there is no such member or it is null.</returns>
    public static long Number(JsonObject? one, string name) => (long?)one?[name] ?? 0;

    private static bool Holds(JsonObject one, string name, string text) =>
        one[name] is JsonValue value && value.ToString() == text;
}
