using PaperBot.Core.Outcomes;
using PaperBot.Processes;

namespace PaperBot.Pictures;

/// <summary>What a person is told when an engine gave no picture.</summary>
internal static class PictureErrors
{
    public static Error Of(ChildException failure, string engine) =>
        failure.Failure switch
        {
            ChildFailure.Missing => Errors.UpstreamDown($"pictures.{engine}.missing", retryAt: null),
            ChildFailure.TooSlow => Errors.UserInput($"pictures.{engine}.slow"),
            _ => Errors.UpstreamDown($"pictures.{engine}.died", retryAt: null),
        };
}
