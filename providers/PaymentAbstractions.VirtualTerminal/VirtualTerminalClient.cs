using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The operations of the API that are used, one method each. Reads carry the API key in their path.</summary>
internal sealed class VirtualTerminalClient(VirtualTerminalAccount account, PaymentTransport transport)
{
    public static PaymentTransportOptions TransportOptions(VirtualTerminalAccount account) =>
        new()
        {
            BaseAddress = account.BaseUrl,
            Gateway = account.Gateway,
            Deadline = account.Options.Deadline,
            SendTimeout = account.SendTimeout,
        };

    public Task<TransportAnswer> AddAsync(ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        MoveMoneyAsync("transaction/add", body, attempt);

    public Task<TransportAnswer> CaptureAsync(ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        MoveMoneyAsync("transaction/capture", body, attempt);

    public Task<TransportAnswer> VoidAsync(ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        MoveMoneyAsync("transaction/void", body, attempt);

    public async Task<TransactionRead> GetTransactionAsync(long id, CancellationToken cancellationToken)
    {
        var (answer, body) = await ReadAsync(
                Invariant($"transaction/{id}"),
                VirtualTerminalJsonContext.Default.TransactionBody,
                cancellationToken
            )
            .ConfigureAwait(false);
        return new TransactionRead(id, answer, body);
    }

    /// <summary>Lists what is not settled yet of one customer. What is missing proves nothing.</summary>
    /// <returns>The rows; null unless the answer is a list that is whole by its own count.</returns>
    public async Task<(TransportAnswer Answer, IReadOnlyList<TransactionBody>? Rows)> ListNotSettledAsync(
        long customerId,
        CancellationToken cancellationToken
    )
    {
        var (answer, list) = await ReadAsync(
                Invariant($"customer/{customerId}/Transactions/NotSettled"),
                VirtualTerminalJsonContext.Default.TransactionListBody,
                cancellationToken
            )
            .ConfigureAwait(false);
        // Both are absent from a list that is empty and from an answer that is none: only the count tells them apart.
        List<TransactionBody> rows = [.. (list?.Transactions ?? []).OfType<TransactionBody>()];
        return (answer, list?.TransactionCount == rows.Count ? rows : null);
    }

    private Task<TransportAnswer> MoveMoneyAsync(string path, ReadOnlyMemory<byte> body, RunningAttempt attempt) =>
        transport.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Post,
                Path = path,
                Content = body,
                Attempt = attempt,
            }
        );

    private async Task<(TransportAnswer Answer, T? Body)> ReadAsync<T>(
        string path,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var request = new TransportRequest
        {
            Method = HttpMethod.Get,
            Path = path,
            PathSecret = account.Options.ApiKey,
            Purpose = TransportPurpose.Read,
        };
        var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return
            answer is { Evidence: TransportEvidence.Answered, StatusCode: >= 200 and < 300 }
            && answer.TryReadJson(type, out var body, out _)
            ? (answer, body)
            : (answer, null);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
