using System.Text.Json.Serialization;
using PaperBot.Core.Commands;
using PaperBot.Platforms.Web.Chat;
using PaperBot.Platforms.Web.Endpoints;
using PaperBot.Platforms.Web.Views;

namespace PaperBot.Platforms.Web;

/// <summary>What goes over the wire and into the transcript.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(TurnPayload))]
[JsonSerializable(typeof(StartView))]
[JsonSerializable(typeof(ChatView))]
[JsonSerializable(typeof(TurnView))]
[JsonSerializable(typeof(ProgressView))]
[JsonSerializable(typeof(IReadOnlyList<ChatHeadView>))]
[JsonSerializable(typeof(IReadOnlyList<Suggestion>))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(FileBody))]
[JsonSerializable(typeof(LoginBody))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class WebJson : JsonSerializerContext;
