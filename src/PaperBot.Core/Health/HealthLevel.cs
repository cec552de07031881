namespace PaperBot.Core.Health;

/// <summary>How bad a finding of <c>doctor</c> is.</summary>
public enum HealthLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Something is switched off or could be better.</summary>
    Notice,

    /// <summary>Something that is needed does not work.</summary>
    Broken,
}
