namespace PaperBot.Core.Health;

/// <summary>A part of the bot that can tell whether it has what it needs; <c>doctor</c> asks each.</summary>
public interface IHealthCheck
{
    /// <summary>The part's name in a text <c>doctor.part.&lt;name&gt;</c>.</summary>
    string Name { get; }

    /// <summary>Looks. Never throws but for cancellation, and takes at most some seconds.</summary>
    Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken);
}
