namespace PaymentAbstractions.Rebilly;

/// <summary>Conditions of a search that only Rebilly has. Put them into <see cref="TransactionQuery.ProviderOptions"/>.</summary>
/// <remarks>
/// Source: core API reference, collections. Which members of a transaction can be filtered and sorted by is not documented. Immutable,
/// compares by value.
/// </remarks>
public sealed record RebillyQueryOptions : ProviderRequestOptions
{
    /// <summary>
    /// Conditions in Rebilly's own form: a comma between allowed values, a semicolon between members, for example
    /// <c>status:completed,waiting-capture;currency:USD</c>; at most 1,000 characters. What the query says itself, such as
    /// <see cref="TransactionQuery.From"/>, has no place here.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>A part of a text to search for; at most 255 characters. Which members are searched is not documented.</summary>
    public string? Search { get; init; }

    /// <summary>
    /// Members to sort by, a minus before one that descends, for example <c>-amount,createdTime</c>. Only <c>createdTime</c> and
    /// <c>-createdTime</c> lead to more than some 1,200 transactions: with another order the list ends there with a
    /// <see cref="PaymentReadException"/>.
    /// </summary>
    /// <value>Default <see langword="null"/>: <c>createdTime</c>, oldest first.</value>
    public string? Sort { get; init; }

    /// <summary>The objects to embed, for example <c>customer</c>; <see cref="RebillyTransaction.Embedded"/> shows them.</summary>
    /// <value>Default none.</value>
    public ValueList<string> Expand
    {
        get;
        init => field = value ?? [];
    } = [];
}
