using Microsoft.Extensions.Options;

namespace PaperBot.Handlers.Questions.Uploads;

/// <summary>Checks the section <c>Uploads</c> at start.</summary>
internal sealed class UploadsCheck : IValidateOptions<UploadsOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadsOptions options) =>
        Enum.IsDefined(options.Allow)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Uploads:Allow must be Off, Members or Everyone.");
}
