using System.Globalization;
using System.Text.Json;
using Checkout.Payments;
using Microsoft.Data.Sqlite;

namespace Checkout.Storefront;

/// <summary>The shop's orders in its SQLite file.</summary>
public sealed class OrderStore(ShopDatabase database) : IOrderStore
{
    private const string Columns = "payment, details, shopper, placed, version";

    public async Task<Order?> FindAsync(string number, CancellationToken cancellationToken = default) =>
        (await FindPlacedAsync(number, cancellationToken))?.Payment;

    public async Task<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var changed = await database.RunAsync(
            "UPDATE orders SET payment=$payment, in_doubt=$doubt, version=version+1 WHERE number=$number AND version=$version",
            cancellationToken,
            ("$payment", JsonSerializer.Serialize(order)),
            ("$doubt", IsInDoubt(order)),
            ("$number", order.Number),
            ("$version", order.Version)
        );
        return changed == 0 ? null : order with { Version = order.Version + 1 };
    }

    public async Task<IReadOnlyList<Order>> ListInDoubtAsync(CancellationToken cancellationToken = default) =>
        [
            .. (
                await database.ReadAsync(
                    $"SELECT {Columns} FROM orders WHERE in_doubt=1 ORDER BY placed",
                    Read,
                    cancellationToken
                )
            ).Select(placed => placed.Payment),
        ];

    /// <summary>Reads an order with what was bought; <see langword="null"/> when there is none.</summary>
    public async Task<PlacedOrder?> FindPlacedAsync(string number, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                $"SELECT {Columns} FROM orders WHERE number=$number",
                Read,
                cancellationToken,
                ("$number", number)
            )
        ).SingleOrDefault();

    /// <summary>The order that a cart has become; <see langword="null"/> when it has become none.</summary>
    public async Task<PlacedOrder?> FindByCartAsync(string cart, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                $"SELECT {Columns} FROM orders WHERE cart=$cart",
                Read,
                cancellationToken,
                ("$cart", cart)
            )
        ).SingleOrDefault();

    /// <summary>The orders of a shopper, or of all, latest first.</summary>
    public Task<IReadOnlyList<PlacedOrder>> ListAsync(
        string? shopper,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            $"SELECT {Columns} FROM orders WHERE $shopper IS NULL OR shopper=$shopper ORDER BY placed DESC LIMIT $limit",
            Read,
            cancellationToken,
            ("$shopper", shopper),
            ("$limit", limit)
        );

    /// <summary>Adds an order for a cart, which the same transaction closes. A cart becomes one order: of two clicks the second one finds that of the first.</summary>
    public async Task<PlacedOrder> AddAsync(PlacedOrder order, string cart, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        await database.RunAsync(
            """
            INSERT INTO orders(number, cart, shopper, placed, version, in_doubt, payment, details)
            VALUES($number, $cart, $shopper, $placed, 0, 0, $payment, $details) ON CONFLICT(cart) DO NOTHING
            """,
            cancellationToken,
            ("$number", order.Payment.Number),
            ("$cart", cart),
            ("$shopper", order.Shopper),
            ("$placed", order.PlacedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            ("$payment", JsonSerializer.Serialize(order.Payment)),
            ("$details", JsonSerializer.Serialize(order.Details))
        );
        return (await FindByCartAsync(cart, cancellationToken))!;
    }

    private static bool IsInDoubt(Order order) => order.State == OrderState.Paying || order.StepInDoubt is not null;

    private static PlacedOrder Read(SqliteDataReader row) =>
        new(
            JsonSerializer.Deserialize<Order>(row.GetString(0))! with
            {
                Version = row.GetInt32(4),
            },
            JsonSerializer.Deserialize<OrderDetails>(row.GetString(1))!,
            row.GetString(2),
            DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        );
}
