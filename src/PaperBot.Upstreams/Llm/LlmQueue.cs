using PaperBot.Core.Models;
using PaperBot.Upstreams.Queueing;

namespace PaperBot.Upstreams.Llm;

/// <summary>A model and the one door to it.</summary>
internal sealed record LlmQueue(LlmModel Model, IUpstreamQueue<LlmCall, ModelAnswer> Queue);
