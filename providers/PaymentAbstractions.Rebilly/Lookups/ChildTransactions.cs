using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads the children of a transaction one by one: the list's filter is not documented, the single read is.</summary>
internal static class ChildTransactions
{
    private const int Most = 50;

    /// <returns>All of them, or <see langword="null"/> when one could not be read for what it is.</returns>
    public static async Task<List<Read<TransactionBody>>?> ReadAsync(
        TransactionBody parent,
        RebillyClient client,
        CancellationToken cancellationToken
    )
    {
        var ids = parent.ChildTransactions ?? [];
        if (ids.Length > Most)
        {
            return null;
        }

        var children = new List<Read<TransactionBody>>(ids.Length);
        foreach (var id in ids)
        {
            if (string.IsNullOrEmpty(id) || !RebillyIds.IsValid(id))
            {
                return null;
            }

            var read = await client.GetTransactionAsync(id, cancellationToken).ConfigureAwait(false);
            if (
                !read.HasValue
                || read.Value.Id != id
                || string.IsNullOrEmpty(read.Value.Type)
                || (read.Value.ParentTransactionId is { Length: > 0 } shown && shown != parent.Id)
            )
            {
                return null;
            }

            children.Add(read);
        }

        return children;
    }
}
