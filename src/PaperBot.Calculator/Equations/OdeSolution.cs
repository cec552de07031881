namespace PaperBot.Calculator.Equations;

/// <summary>The path of a solution: times and states, and what happened on the way.</summary>
internal sealed class OdeSolution
{
    public List<double> Times { get; } = [];

    public List<double[]> States { get; } = [];

    /// <summary>Where the solution ceased to exist; null when the end was reached.</summary>
    public double? BlowUp { get; set; }

    public bool IsStiff { get; set; }

    public double[] End => States[^1];

    public void Add(double time, double[] state)
    {
        Times.Add(time);
        States.Add(state);
    }
}
