namespace PaperBot.Pictures.Plots;

/// <summary>Where things stand in a plot's picture, in pixels; the legend is above, the axis names outside.</summary>
internal sealed record PlotFrame(int LegendRows)
{
    public const int Width = 1_200;
    public const int Left = 130;
    public const int Right = 36;
    public const int LegendRow = 40;
    public const int PlotHeight = 690;
    public const int PlotWidth = Width - Left - Right;
    private const int Bottom = 110;

    public int Top => 28 + LegendRows * LegendRow;

    public int Height => Top + PlotHeight + Bottom;

    public const double LeftFraction = (double)Left / Width;

    public const double RightFraction = 1 - (double)Right / Width;

    public double TopFraction => 1 - (double)Top / Height;

    public double BottomFraction => (double)Bottom / Height;
}
