using System.Globalization;
using System.Xml.Linq;

namespace PaymentAbstractions.Benchmarks.Plots;

/// <summary>Draws plots as one SVG picture, two in a row.</summary>
internal static class Svg
{
    private const int Columns = 2;
    private const int Width = 480;
    private const int Height = 300;
    private const int Left = 70;
    private const int Right = Width - 40;
    private const int Top = 45;
    private const int Bottom = Height - 50;
    private const int LegendLine = 16;

    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73"];
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>Draws plots.</summary>
    /// <param name="plots">The plots.</param>
    /// <returns>The picture.</returns>
    public static XElement Of(IReadOnlyList<Plot> plots)
    {
        var (width, height) = (Columns * Width, (plots.Count + Columns - 1) / Columns * Height);
        return new XElement(
            Namespace + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 12),
            Element("rect", ("width", width), ("height", height), ("fill", "white")),
            plots.Select(
                (plot, i) =>
                    new XElement(
                        Namespace + "g",
                        new XAttribute("transform", $"translate({i % Columns * Width} {i / Columns * Height})"),
                        Parts(plot)
                    )
            )
        );
    }

    private static IEnumerable<XElement> Parts(Plot plot)
    {
        var points = plot.Lines.SelectMany(static line => line.Points).ToList();
        double[] columns = [.. points.Select(static point => point.X).Distinct().Order()];
        var x = new LogScale(columns[0], Math.Max(columns[^1], columns[0] * 2), Left, Right);
        var y = LogScale.Around([.. points.Select(static point => point.Y)], Bottom, Top);
        yield return Text(plot.Title, Left, Top - 20, "start", bold: true);
        yield return Text(plot.X, (Left + Right) / 2.0, Height - 12, "middle");
        foreach (var tick in y.Ticks())
        {
            yield return Line(Left, y.Place(tick), Right, y.Place(tick));
            yield return Text(Label(tick), Left - 6, y.Place(tick) + 4, "end");
        }

        foreach (var column in columns)
        {
            yield return Line(x.Place(column), Top, x.Place(column), Bottom);
            yield return Text(Label(column), x.Place(column), Bottom + 16, "middle");
        }

        for (var i = 0; i < plot.Lines.Count; i++)
        {
            var line = plot.Lines[i];
            var places = line.Points.Select(point => $"{Figure(x.Place(point.X))},{Figure(y.Place(point.Y))}");
            yield return Element(
                "polyline",
                ("points", string.Join(' ', places)),
                ("fill", "none"),
                ("stroke", Colors[i]),
                ("stroke-width", 2)
            );
            foreach (var point in line.Points)
            {
                yield return Element(
                    "circle",
                    ("cx", Figure(x.Place(point.X))),
                    ("cy", Figure(y.Place(point.Y))),
                    ("r", 3),
                    ("fill", Colors[i])
                );
            }

            yield return Text(line.Name, Left + 8, Top + LegendLine + (i * LegendLine), "start", color: Colors[i]);
        }
    }

    private static XElement Line(double x1, double y1, double x2, double y2) =>
        Element(
            "line",
            ("x1", Figure(x1)),
            ("y1", Figure(y1)),
            ("x2", Figure(x2)),
            ("y2", Figure(y2)),
            ("stroke", "#dddddd")
        );

    private static XElement Text(
        string text,
        double x,
        double y,
        string anchor,
        bool bold = false,
        string color = "#333333"
    )
    {
        var element = Element(
            "text",
            ("x", Figure(x)),
            ("y", Figure(y)),
            ("text-anchor", anchor),
            ("font-weight", bold ? "bold" : "normal"),
            ("fill", color)
        );
        element.Value = text;
        return element;
    }

    private static XElement Element(string name, params (string Name, object Value)[] attributes) =>
        new(Namespace + name, attributes.Select(static one => new XAttribute(one.Name, one.Value)));

    private static string Figure(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Label(double figure) => figure.ToString("#,0.##", CultureInfo.InvariantCulture);
}
