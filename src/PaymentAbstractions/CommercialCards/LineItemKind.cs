namespace PaymentAbstractions;

/// <summary>Whether a line is for goods or services.</summary>
public enum LineItemKind
{
    /// <summary>Goods.</summary>
    Goods = 0,

    /// <summary>A service.</summary>
    Service,
}
