using Microsoft.Extensions.Options;

namespace PaperBot.Handlers.Routing.Accepted;

[OptionsValidator]
internal sealed partial class RequestsValidator : IValidateOptions<RequestsOptions>;
