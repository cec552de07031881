namespace PaperBot.Platforms.Web.Views;

/// <summary>A value of a choice.</summary>
internal sealed record ChoiceView(string Value, string Description);
