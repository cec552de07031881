using Microsoft.Extensions.Options;
using PaperBot.Core.Privacy;

namespace PaperBot.Upstreams.Llm;

/// <summary>The models read papers' texts and questions, and never who asks.</summary>
internal sealed class LlmRecipient(IOptions<LlmOptions> options) : IDataRecipient
{
    public string Name => "llm";

    /// <summary>The hosts of the configured models; empty when there is none.</summary>
    public string Host => string.Join(", ", LlmModel.Of(options.Value).Select(model => model.Facts.Host).Distinct());
}
