using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PaperBot.Upstreams.Llm.Prompts;

/// <summary>
/// Looks at all prompts when the bot begins to serve. One-shot commands do not pay for that; <c>doctor</c> looks too.
/// </summary>
internal sealed class PromptsAtStart(IOptions<LlmOptions> options) : IHostedService
{
    /// <exception cref="OptionsValidationException">A prompt cannot be used.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var wrong = PromptFolder.Check(options.Value.PromptFolder);
        return wrong.Count == 0
            ? Task.CompletedTask
            : throw new OptionsValidationException(LlmOptions.Section, typeof(LlmOptions), wrong);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
