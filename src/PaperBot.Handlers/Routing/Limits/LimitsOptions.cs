namespace PaperBot.Handlers.Routing.Limits;

/// <summary>
/// How much one person and one place may ask for, over several windows; every one of them must have room. By number,
/// so that the configuration changes one without repeating the others: <c>Limits:Person:0:Count</c>.
/// </summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>For each person.</summary>
    public Dictionary<string, LimitWindow> Person { get; } =
        new()
        {
            ["0"] = new LimitWindow { Count = 15, Window = TimeSpan.FromMinutes(1) },
            ["1"] = new LimitWindow { Count = 120, Window = TimeSpan.FromHours(1) },
            ["2"] = new LimitWindow { Count = 600, Window = TimeSpan.FromDays(1) },
        };

    /// <summary>For each group, whoever asks there.</summary>
    public Dictionary<string, LimitWindow> Place { get; } =
        new()
        {
            ["0"] = new LimitWindow { Count = 60, Window = TimeSpan.FromMinutes(1) },
            ["1"] = new LimitWindow { Count = 1_200, Window = TimeSpan.FromHours(1) },
        };
}
