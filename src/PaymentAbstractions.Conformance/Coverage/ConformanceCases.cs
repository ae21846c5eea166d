using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>The test data of the suites' theories.</summary>
public static class ConformanceCases
{
    /// <summary>The operations that move or hold money.</summary>
    public static TheoryData<PaymentOperation> MoneyOperations => [.. Moving];

    /// <summary>The operations that move or hold money, and the set-up.</summary>
    public static TheoryData<PaymentOperation> AllOperations => [.. Operations];

    /// <summary>The operations whose requests can carry commercial card data.</summary>
    public static TheoryData<PaymentOperation> DataOperations =>
        [
            PaymentOperation.Sale,
            PaymentOperation.Authorize,
            PaymentOperation.Capture,
            PaymentOperation.Refund,
            PaymentOperation.Credit,
        ];

    /// <summary>Every operation with each member of its request for which a provider may have a field.</summary>
    public static TheoryData<PaymentOperation, string> Fields
    {
        get
        {
            var rows = new TheoryData<PaymentOperation, string>();
            foreach (var operation in Operations)
            {
                foreach (
                    var member in FieldSamples.MembersOf(operation).Where(one => !FieldSamples.NotSent.ContainsKey(one))
                )
                {
                    rows.Add(operation, member);
                }
            }

            return rows;
        }
    }

    /// <summary>The faults of a read after which there is nothing to read.</summary>
    public static TheoryData<ConformanceFault> ReadFaults =>
        [
            ConformanceFault.ConnectionRefused,
            ConformanceFault.ResetAfterProcessing,
            ConformanceFault.HalfStatusLine,
            ConformanceFault.TruncatedBody,
            ConformanceFault.EmptyBody,
            ConformanceFault.ServerError500,
            ConformanceFault.BadGatewayHtml502,
            ConformanceFault.OkHtml200,
            ConformanceFault.TooManyRequests429,
            ConformanceFault.TimeoutAfterProcessing,
            ConformanceFault.Unauthorized401,
            ConformanceFault.Forbidden403,
            ConformanceFault.Redirect307,
            ConformanceFault.ServiceUnavailable503,
        ];

    /// <summary>Every level of commercial card data that can be requested.</summary>
    public static TheoryData<RequestedDataLevel> RequestedLevels => [.. Enum.GetValues<RequestedDataLevel>()];

    /// <summary>Every kind of payment method.</summary>
    public static TheoryData<PaymentMethodKind> PaymentMethods =>
        [.. Enum.GetValues<PaymentMethodKind>().Where(kind => kind != PaymentMethodKind.None)];

    /// <summary>Every operation of the vault.</summary>
    public static TheoryData<VaultOperation> VaultOperations =>
        [.. Enum.GetValues<VaultOperation>().Where(operation => operation != VaultOperation.Unknown)];

    /// <summary>Every operation of the vault that identifies a customer.</summary>
    public static TheoryData<VaultOperation> VaultOperationsById =>
        [
            .. Enum.GetValues<VaultOperation>()
                .Where(operation => operation is not (VaultOperation.Unknown or VaultOperation.ListCustomers)),
        ];

    /// <summary>Every fault except those of members that some answers to a charge do not have.</summary>
    public static TheoryData<ConformanceFault> CompletionFaults =>
        [
            .. Enum.GetValues<ConformanceFault>()
                .Where(fault =>
                    fault
                        is not (
                            ConformanceFault.WrongCurrencyEchoed
                            or ConformanceFault.WrongParentEchoed
                            or ConformanceFault.NoParentEchoed
                            or ConformanceFault.WrongKeyEchoed
                            or ConformanceFault.NoKeyEchoed
                            or ConformanceFault.OtherIdEchoed
                        )
                ),
        ];

    /// <summary>Every fault.</summary>
    public static TheoryData<ConformanceFault> Faults => [.. Enum.GetValues<ConformanceFault>()];

    /// <summary>Every operation that moves or holds money, repeated by the same process and by a new one.</summary>
    public static MatrixTheoryData<PaymentOperation, bool> Repeats => new(Moving, [false, true]);

    /// <summary>Every fault that destroys evidence, with every operation that moves or holds money and can meet it.</summary>
    public static TheoryData<PaymentOperation, ConformanceFault> FaultMatrix
    {
        get
        {
            var rows = new TheoryData<PaymentOperation, ConformanceFault>();
            foreach (var operation in Moving)
            {
                foreach (var fault in Enum.GetValues<ConformanceFault>().Where(fault => CanMeet(operation, fault)))
                {
                    rows.Add(operation, fault);
                }
            }

            return rows;
        }
    }

    // A repeated request in an answer is not an error. Only captures and refunds have an original. For a new charge it cannot be known that
    // its id existed before.
    private static bool CanMeet(PaymentOperation operation, ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.RequestRepeated => false,
            ConformanceFault.WrongParentEchoed or ConformanceFault.NoParentEchoed => operation
                is PaymentOperation.Capture
                    or PaymentOperation.Refund,
            ConformanceFault.OtherIdEchoed => operation
                is PaymentOperation.Capture
                    or PaymentOperation.Void
                    or PaymentOperation.Refund,
            _ => true,
        };

    internal static IEnumerable<PaymentOperation> Operations =>
        Enum.GetValues<PaymentOperation>().Where(operation => operation != PaymentOperation.Unknown);

    private static PaymentOperation[] Moving =>
        [
            PaymentOperation.Sale,
            PaymentOperation.Authorize,
            PaymentOperation.Capture,
            PaymentOperation.Void,
            PaymentOperation.Refund,
            PaymentOperation.Credit,
        ];
}
