using PaperBot.Calculator.Limits;

namespace PaperBot.Calculator.Calculus;

/// <summary>Adaptive Gauss-Kronrod quadrature (10 and 21 points) for smooth and oscillating integrands.</summary>
internal static class GaussKronrod
{
    private static readonly double[] Nodes =
    [
        0.995657163025808080735527280689003,
        0.973906528517171720077964012084452,
        0.930157491355708226001207180059508,
        0.865063366688984510732096688423493,
        0.780817726586416897063717578345042,
        0.679409568299024406234327365114874,
        0.562757134668604683339000099272694,
        0.433395394129247190799265943165784,
        0.294392862701460198131126603103866,
        0.14887433898163121088482600112972,
        0,
    ];

    private static readonly double[] Kronrod =
    [
        0.011694638867371874278064396062192,
        0.03255816230796472747881897245939,
        0.05475589657435199603138130024458,
        0.07503967481091995276704314091619,
        0.093125454583697605535065465083366,
        0.109387158802297641899210590325805,
        0.123491976262065851077958109585166,
        0.134709217311473325928054001771707,
        0.142775938577060080797094273138717,
        0.147739104901338491374841515972068,
        0.149445554002916905664936468389821,
    ];

    private static readonly double[] Gauss =
    [
        0.066671344308688137593568809893332,
        0.149451349150580593145863396957658,
        0.219086362515982043995534934228163,
        0.269266719309996355091226921569469,
        0.295524224714752870173815619188769,
    ];

    public static Quadrature Adaptive(
        Func<double, double> f,
        double a,
        double b,
        Budget budget,
        double tolerance = 1e-13,
        int pieces = 2000
    )
    {
        var heap = new PriorityQueue<(double A, double B, Quadrature Q), double>();
        var first = Rule(f, a, b, budget);
        heap.Enqueue((a, b, first), -first.Error);
        var total = first;
        for (var count = 1; count < pieces; count++)
        {
            if (total.Error <= tolerance * Math.Abs(total.Value) || total.Error < 1e-300)
                break;
            var (left, right, old) = heap.Dequeue();
            var middle = (left + right) / 2;
            if (middle <= left || middle >= right || old.Error <= 2e-16 * Math.Abs(total.Value))
            {
                heap.Enqueue((left, right, old), 0);
                break;
            }

            var low = Rule(f, left, middle, budget);
            var high = Rule(f, middle, right, budget);
            heap.Enqueue((left, middle, low), -low.Error);
            heap.Enqueue((middle, right, high), -high.Error);
            total = new Quadrature(
                total.Value - old.Value + low.Value + high.Value,
                Math.Max(0, total.Error - old.Error) + low.Error + high.Error
            );
        }

        // Summed anew, because the running total gathers rounding.
        double value = 0,
            error = 0;
        foreach (var (piece, _) in heap.UnorderedItems)
        {
            value += piece.Q.Value;
            error += piece.Q.Error;
        }

        return new Quadrature(value, error);
    }

    public static Quadrature Rule(Func<double, double> f, double a, double b, Budget budget)
    {
        budget.Spend(60);
        var center = (a + b) / 2;
        var half = (b - a) / 2;
        double kronrod = 0,
            gauss = 0,
            absolute = 0;
        for (var i = 0; i < Nodes.Length; i++)
        {
            var offset = half * Nodes[i];
            var right = f(center + offset);
            var both = i == 10 ? right : right + f(center - offset);
            kronrod += Kronrod[i] * both;
            absolute += Kronrod[i] * Math.Abs(both);
            if (i % 2 == 1)
                gauss += Gauss[i / 2] * both;
        }

        if (!double.IsFinite(kronrod))
            return new Quadrature(0, double.MaxValue / 1e20);
        var difference = Math.Abs(kronrod - gauss) * Math.Abs(half);
        // The difference overstates the error of the better rule; QUADPACK's exponent says by how much.
        var scale = absolute * Math.Abs(half);
        var error = scale > 0 ? scale * Math.Min(1, Math.Pow(200 * difference / scale, 1.5)) : difference;
        return new Quadrature(kronrod * half, Math.Max(Math.Min(error, difference), scale * 1e-16));
    }
}
