namespace PaperBot.Core.Models;

/// <summary>What one model took for one purpose on one day.</summary>
/// <param name="Model">Which model.</param>
/// <param name="Purpose">The prompt's name.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="Usage">Their tokens.</param>
/// <param name="Cost">Millionths of the currency in which the prices are given.</param>
public sealed record ModelUsageLine(string Model, string Purpose, long Calls, ModelUsage Usage, long Cost);
