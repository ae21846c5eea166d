using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>The five ways to send the same sale, and their names in the tables.</summary>
internal sealed class FloorWays : IDisposable
{
    /// <summary>The place of HttpClient by hand.</summary>
    public const int ByHand = 0;

    /// <summary>The place of RestSharp used leanly.</summary>
    public const int LeanRestSharp = 2;

    /// <summary>The place of this library with the journal in memory.</summary>
    public const int Ours = 3;

    /// <summary>The place of this library with the SQLite journal.</summary>
    public const int OursOnSqlite = 4;

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(AppContext.BaseDirectory, "floor-journal", Guid.NewGuid().ToString("N"))
    );
    private readonly ISales[] _sales;

    /// <summary>Sets up the ways.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The provider in memory; over the network when missing.</param>
    public FloorWays(Uri address, HttpMessageHandler? handler = null)
    {
        _sales =
        [
            new SalesByHand(address, handler),
            new SalesByRestSharpDefaults(address, handler),
            new SalesByLeanRestSharp(address, handler),
            new SalesByGateway(address, handler),
            new SalesByGateway(address, handler, _folder.FullName),
        ];
        All =
        [
            new Way("a, HttpClient by hand", _sales[ByHand].SendAsync),
            new Way("b, RestSharp's defaults", _sales[1].SendAsync),
            new Way("c, RestSharp used leanly", _sales[LeanRestSharp].SendAsync),
            new Way("d, this library, journal in memory", _sales[Ours].SendAsync),
            new Way("e, this library, SQLite journal", _sales[OursOnSqlite].SendAsync, IsDurable: true),
        ];
    }

    /// <summary>The ways, the floor first.</summary>
    public IReadOnlyList<Way> All { get; }

    public void Dispose()
    {
        foreach (var sales in _sales)
        {
            sales.Dispose();
        }

        _folder.Delete(recursive: true);
    }
}
