namespace PaymentAbstractions.Journal;

/// <summary>
/// Codes whose reading depends on the card's brand. The brand itself is not part of a result, so one that reads the code the
/// same way is kept with it.
/// </summary>
internal static class SchemeCodec
{
    private static readonly CardBrand[] Brands =
    [
        default,
        CardBrand.Visa,
        CardBrand.Mastercard,
        CardBrand.AmericanExpress,
        CardBrand.Discover,
        CardBrand.DinersClub,
        CardBrand.Jcb,
        CardBrand.UnionPay,
        CardBrand.Maestro,
        CardBrand.Elo,
        CardBrand.Interac,
        CardBrand.RuPay,
    ];

    public static void Write(RecordWriter writer, ResponseCode code)
    {
        writer.Text(1, code.Value);
        writer.Name(2, code.Source);
        WriteBrand(writer, brand => Reads(code, brand));
    }

    public static void Write(RecordWriter writer, AvsResult avs)
    {
        writer.Text(1, avs.Code);
        WriteBrand(writer, brand => AvsResult.FromProvider(avs.Code, brand) == avs);
    }

    public static void Write(RecordWriter writer, CvvResult cvv)
    {
        writer.Text(1, cvv.Code);
        WriteBrand(writer, brand => CvvResult.FromProvider(cvv.Code, brand) == cvv);
    }

    public static ResponseCode ReadCode(RecordReader reader)
    {
        var (text, brand, source) = Read(reader);
        var code = ResponseCode.FromProvider(text).WithSource(source);
        return brand.IsSpecified ? code.ForBrand(brand) : code;
    }

    public static AvsResult ReadAvs(RecordReader reader)
    {
        var (text, brand, _) = Read(reader);
        return AvsResult.FromProvider(text, brand);
    }

    public static CvvResult ReadCvv(RecordReader reader)
    {
        var (text, brand, _) = Read(reader);
        return CvvResult.FromProvider(text, brand);
    }

    private static bool Reads(ResponseCode code, CardBrand brand)
    {
        var main = ResponseCode.FromProvider(code.Value);
        var read = brand.IsSpecified ? main.ForBrand(brand) : main;
        return read.Meaning == code.Meaning && read.Category == code.Category && read.Advice == code.Advice;
    }

    private static void WriteBrand(RecordWriter writer, Func<CardBrand, bool> reads)
    {
        var brand = Array.Find(Brands, one => reads(one));
        writer.Text(3, brand.IsSpecified ? brand.Value : null);
    }

    private static (string Text, CardBrand Brand, ResponseCodeSource Source) Read(RecordReader reader)
    {
        var (text, brand, source) = ("", default(CardBrand), default(ResponseCodeSource));
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case 1:
                    text = reader.Text;
                    break;
                case 2:
                    source = reader.Name<ResponseCodeSource>();
                    break;
                case 3:
                    brand = CardBrand.FromProvider(reader.Text);
                    break;
            }
        }

        return (text, brand, source);
    }
}
