namespace PaperBot.Tests.Calculator;

/// <summary>
/// How other calculators' inputs are said in ours, and where the languages differ on purpose. What stands in no list
/// must give the same value.
/// </summary>
internal static class OtherCalculators
{
    /// <summary>Their name, ours.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["infinity"] = "inf",
        ["rk"] = "rank",
        ["inverse"] = "inv",
        ["dimension"] = "len",
        ["lambertw"] = "lambertw",
    };

    /// <summary>Functions that ours does not have.</summary>
    public static readonly IReadOnlySet<string> Missing = new HashSet<string>
    {
        "adj",
        "allroots",
        "char",
        "code",
        "cofactor",
        "concatenate",
        "cone",
        "entrywise",
        "fdist",
        "floatError",
        "float",
        "genvector",
        "hadamard",
        "horzcat",
        "iqr",
        "ldegree",
        "libqalculate_tests_vector",
        "matrix",
        "matrix2vector",
        "multiply",
        "newtonsolve",
        "normdist",
        "nullish",
        "parallelogram_perimeter",
        "permanent",
        "powertower",
        "pyramid",
        "romberg",
        "slice",
        "tcoeff",
        "timestamp",
        "vertcat",
        "element",
        "part",
    };

    /// <summary>Parts of an input that mean something else there, or nothing here.</summary>
    public static readonly IReadOnlyList<(string Part, string Reason)> Signs =
    [
        ("?", "conditional and null operators"),
        ("~", "bitwise operators"),
        ("&", "bitwise operators"),
        ("|", "bitwise operators; here bars are an absolute value"),
        ("<<", "bitwise operators"),
        (">>", "bitwise operators"),
        ("¬", "not, of bits there and of truth here"),
        ("undefined", "values without a value"),
        ("i32", "words of 32 bits"),
        ("0b1.1", "binary fractions"),
        ("0b100.", "binary fractions"),
        ("0x1.", "hexadecimal fractions"),
        ("'line", "text in single quotes"),
        ("'escaped", "text in single quotes"),
        ("''", "text in single quotes"),
        (".to", "methods of values"),
        (" to ", "conversions of units and bases"),
        ("+/-", "uncertainties"),
        ("\"", "text and dates"),
        ("(1,)", "tuples"),
        ("[,", "empty places in a vector"),
        ("(1;", "tuples"),
        ("((1, 2)", "tuples"),
        ("( 1;", "tuples"),
        (" times ", "words as operators"),
        ("//", "whole division: div(5, 2)"),
        (" div ", "whole division: div(5, 2)"),
        ("5\\2", "whole division there, A \\ b here"),
        ("%%", "remainder of the divisor's sign there, two percent signs here"),
        ("3%+100", "remainder there, percent here"),
        ("Pa", "units"),
        ("meters", "units"),
        ("[])", "empty matrices"),
        ("coeff(", "the third argument, the name, is asked for here"),
        ("percentile(", "a choice of nine kinds"),
        ("rank([6", "the ranks of a list there, of a matrix here"),
        ("column(", "a row there, a column here"),
        ("-   1 23", "spaces within numbers"),
        ("alpha", "names with a value there"),
        ("beta", "names with a value there"),
        ("abs(x - abs(x))", "needs a case analysis"),
        ("betainc(5i", "of a complex number"),
        ("integrate(6x^2)", "the name to integrate by is asked for here"),
        ("integrate(sinh", "the name to integrate by is asked for here"),
        ("integrate(6x^2;", "the name to integrate by is asked for here"),
        ("2 == (", "bitwise operators"),
        ("x^(log(y", "needs to know that x is positive"),
        ("1 − (x^(1 / z))", "a limit with free names"),
    ];

    /// <summary>Truth as a number, which is no number here.</summary>
    public static bool ReckonsWithTruth(string input) =>
        input.Contains("not", StringComparison.Ordinal)
        && (input.AsSpan().IndexOfAny("+-^!") >= 0)
        && input is not "not not 2" and not "not not 4!" and not "not+2";
}
