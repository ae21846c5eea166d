using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>The rows that the theories of the suites run through.</summary>
public static class ConformanceCases
{
    /// <summary>The operations that move or hold money.</summary>
    public static TheoryData<PaymentOperation> MoneyOperations => [.. Moving];

    /// <summary>The operations that move or hold money, and the set-up.</summary>
    public static TheoryData<PaymentOperation> AllOperations =>
        [.. Enum.GetValues<PaymentOperation>().Where(operation => operation != PaymentOperation.Unknown)];

    /// <summary>The operations whose requests can carry commercial card data.</summary>
    public static TheoryData<PaymentOperation> DataOperations =>
        [
            PaymentOperation.Sale,
            PaymentOperation.Authorize,
            PaymentOperation.Capture,
            PaymentOperation.Refund,
            PaymentOperation.Credit,
        ];

    /// <summary>Every level of commercial card data that can be asked for.</summary>
    public static TheoryData<RequestedDataLevel> RequestedLevels => [.. Enum.GetValues<RequestedDataLevel>()];

    /// <summary>Every form of payment method.</summary>
    public static TheoryData<PaymentMethodKind> PaymentMethods =>
        [.. Enum.GetValues<PaymentMethodKind>().Where(kind => kind != PaymentMethodKind.None)];

    /// <summary>Every fault.</summary>
    public static TheoryData<ConformanceFault> Faults => [.. Enum.GetValues<ConformanceFault>()];

    /// <summary>Every operation that moves or holds money, repeated by the same process and by the next one.</summary>
    public static MatrixTheoryData<PaymentOperation, bool> Repeats => new(Moving, [false, true]);

    /// <summary>Every fault that spoils evidence, with every operation that moves or holds money and that it can meet.</summary>
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

    // An answer that repeats the request is right. Only captures and refunds belong to an original.
    private static bool CanMeet(PaymentOperation operation, ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.RequestRepeated => false,
            ConformanceFault.WrongParentEchoed => operation is PaymentOperation.Capture or PaymentOperation.Refund,
            _ => true,
        };

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
