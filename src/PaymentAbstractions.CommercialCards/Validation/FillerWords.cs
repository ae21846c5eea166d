using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>
/// Words that fill a field without meaning. Source: what acquirers publish about the schemes' checks (americaneagle 2026, BlueSnap).
/// </summary>
internal static class FillerWords
{
    // Placeholders for a value. General knowledge, unconfirmed, which is why the list is short.
    private static readonly FrozenSet<string> Placeholders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "n/a",
        "n.a",
        "tbd",
        "test",
        "тест",
        "テスト",
        "测试",
        "測試",
        "테스트"
    );

    // Placeholders for a description, in the scripts that a shop may use.
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "item",
        "items",
        "product",
        "products",
        "service",
        "services",
        "misc",
        "miscellaneous",
        "商品",
        "製品",
        "品物",
        "サービス",
        "その他",
        "产品",
        "產品",
        "服务",
        "服務",
        "其他",
        "상품",
        "제품",
        "서비스",
        "기타",
        "товар",
        "товары",
        "услуга",
        "услуги",
        "разное",
        "منتج",
        "منتجات",
        "خدمة",
        "خدمات",
        "سلعة",
        "สินค้า",
        "บริการ",
        "อื่นๆ",
        "goods",
        "merchandise",
        "producto",
        "productos",
        "servicio",
        "servicios",
        "artículo",
        "artículos",
        "produto",
        "produtos",
        "serviço",
        "serviços",
        "prodotto",
        "prodotti",
        "servizio",
        "servizi",
        "produit",
        "produits",
        "marchandise",
        "produkt",
        "produkte",
        "artikel",
        "ware",
        "waren",
        "dienstleistung",
        "dienstleistungen",
        "dienst",
        "diensten",
        "producten",
        "produkty",
        "usługa",
        "usługi",
        "ürün",
        "hizmet",
        "προϊόν",
        "προϊόντα",
        "υπηρεσία",
        "υπηρεσίες",
        "מוצר",
        "שירות",
        "उत्पाद",
        "सेवा",
        "tuote",
        "tuotteet",
        "sản phẩm",
        "dịch vụ",
        "produk",
        "layanan",
        "послуга",
        "послуги"
    );

    private static readonly int Longest = Names.Max(word => word.Length);

    /// <summary>Finds a word that is a placeholder for any value.</summary>
    public static string? FindPlaceholder(ReadOnlySpan<char> text) => Find(Placeholders, text);

    /// <summary>Finds a word that is a placeholder for a value or a description.</summary>
    public static string? FindOfNothing(ReadOnlySpan<char> text) => Find(Names, text) ?? Find(Placeholders, text);

    private static string? Find(FrozenSet<string> words, ReadOnlySpan<char> text) =>
        text.Length <= Longest && words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var word)
            ? word
            : null;
}
