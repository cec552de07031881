namespace PaperBot.Handlers.Questions.Uploads;

/// <summary>The section <c>Uploads</c>: files that people have read.</summary>
public sealed class UploadsOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Uploads";

    /// <summary>Who may: <c>Off</c>, <c>Members</c> or <c>Everyone</c>. Default members.</summary>
    public UploadAudience Allow { get; set; } = UploadAudience.Members;
}
