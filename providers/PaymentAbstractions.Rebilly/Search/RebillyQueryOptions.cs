namespace PaymentAbstractions.Rebilly;

/// <summary>Conditions of a search that only Rebilly has. Set them in <see cref="TransactionQuery.ProviderOptions"/>.</summary>
/// <remarks>
/// Source: core API reference, collections. Which members of a transaction can be filtered and sorted by is not documented. Immutable,
/// compares by value.
/// </remarks>
public sealed record RebillyQueryOptions : ProviderRequestOptions
{
    /// <summary>
    /// Conditions in Rebilly's own syntax: a comma separates allowed values, a semicolon separates members, for example
    /// <c>status:completed,waiting-capture;currency:USD</c>; at most 1,000 characters. Conditions that the query itself can express, such
    /// as <see cref="TransactionQuery.From"/>, are not allowed here.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>
    /// A text to search for, at most 255 characters; partial matches count. Which members are searched is not documented.
    /// </summary>
    public string? Search { get; init; }

    /// <summary>
    /// The members to sort by, with a minus sign before a member that is sorted in descending order, for example
    /// <c>-amount,createdTime</c>. Only <c>createdTime</c> and <c>-createdTime</c> can return more than about 1,200 transactions; with
    /// another order the list ends there with a <see cref="PaymentReadException"/>.
    /// </summary>
    /// <value>Default <see langword="null"/>: <c>createdTime</c>, oldest first.</value>
    public string? Sort { get; init; }

    /// <summary>The objects to embed, for example <c>customer</c>; read them from <see cref="RebillyTransaction.Embedded"/>.</summary>
    /// <value>Default empty.</value>
    public ValueList<string> Expand
    {
        get;
        init => field = value ?? [];
    } = [];
}
