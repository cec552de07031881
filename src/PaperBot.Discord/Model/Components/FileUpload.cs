namespace PaperBot.Discord;

/// <summary>A form's file input.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#file-upload"/>
/// </remarks>
public sealed record FileUpload : Component
{
    /// <summary>1 to 100 characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>At least so many files, 0 to 10.</summary>
    public int? MinValues { get; init; }

    /// <summary>At most so many files, 1 to 10.</summary>
    public int? MaxValues { get; init; }

    /// <summary>Must be filled in; default true.</summary>
    public bool? Required { get; init; }

    /// <summary>In an answer: the files.</summary>
    public IReadOnlyList<Snowflake>? Values { get; init; }

    /// <inheritdoc/>
    public override ComponentType Type => ComponentType.FileUpload;
}
