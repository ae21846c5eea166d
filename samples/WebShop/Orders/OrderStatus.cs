namespace WebShop.Orders;

public enum OrderStatus
{
    Open,
    InDoubt,
    PartlyPaid,
    Paid,
}
