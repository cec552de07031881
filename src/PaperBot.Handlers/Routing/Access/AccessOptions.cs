namespace PaperBot.Handlers.Routing.Access;

/// <summary>Who administers the bot.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Persons as <c>platform:id</c>, for example <c>discord:80351110224678912</c>.</summary>
    public IList<string> Administrators { get; } = [];
}
