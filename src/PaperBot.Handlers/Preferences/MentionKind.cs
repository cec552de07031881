namespace PaperBot.Handlers.Preferences;

/// <summary>What a mention points at.</summary>
internal enum MentionKind
{
    /// <summary>It does not say: an id or a word.</summary>
    Bare,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A group of persons (a role).</summary>
    Group,

    /// <summary>A channel.</summary>
    Place,
}
