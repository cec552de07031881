using Microsoft.Extensions.Options;

namespace PaperBot.Upstreams.Llm;

/// <summary>Rules over single options.</summary>
[OptionsValidator]
internal sealed partial class LlmOptionsFields : IValidateOptions<LlmOptions>;
