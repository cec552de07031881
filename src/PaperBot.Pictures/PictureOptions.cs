using System.ComponentModel.DataAnnotations;

namespace PaperBot.Pictures;

/// <summary>The section <c>Pictures</c>: the engines that draw formulas and plots.</summary>
public sealed class PictureOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Pictures";

    /// <summary>The Node.js program that runs MathJax; empty switches formula pictures off. Default <c>node</c>.</summary>
    public string NodePath { get; set; } = "node";

    /// <summary>The gnuplot program; empty switches plots off. Default <c>gnuplot</c>.</summary>
    public string GnuplotPath { get; set; } = "gnuplot";

    /// <summary>How long one picture may take before its engine is killed; Node.js has a minute more to start. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How much memory an engine may take, in MiB. Default 512.</summary>
    [Range(128, 8192)]
    public int MemoryLimit { get; set; } = 512;

    /// <summary>After how long without a formula the warm engine is stopped. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan IdleStop { get; set; } = TimeSpan.FromMinutes(10);
}
