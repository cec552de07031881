using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Calculus;

/// <summary>An integral or a series that has no value, and why.</summary>
internal static class Divergent
{
    private const string Place = "math.divergent.place";
    private const string Infinity = "math.divergent.infinity";
    private const string Wave = "math.divergent.oscillating";
    private const string Terms = "math.divergent.series";

    public static CalculatorException At(double place) => new(Place, ("place", place));

    public static CalculatorException AtInfinity() => new(Infinity);

    public static CalculatorException Oscillating() => new(Wave);

    public static CalculatorException Series() => new(Terms);

    public static bool Is(CalculatorException error) => error.Key is Place or Infinity or Wave or Terms;
}
