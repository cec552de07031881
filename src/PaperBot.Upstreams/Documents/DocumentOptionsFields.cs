using Microsoft.Extensions.Options;

namespace PaperBot.Upstreams.Documents;

/// <summary>Rules over single options.</summary>
[OptionsValidator]
internal sealed partial class DocumentOptionsFields : IValidateOptions<DocumentOptions>;
