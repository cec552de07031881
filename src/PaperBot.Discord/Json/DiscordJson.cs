using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Discord.Gateway;
using PaperBot.Discord.Rest;

namespace PaperBot.Discord.Json;

/// <summary>The generated serialisers of everything that goes over the wire.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(AutocompleteChoices))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(ChannelEdit))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(GuildMember))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(IReadOnlyList<Guild>))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallbackResult))]
[JsonSerializable(typeof(InteractionMessage))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(MessageEdit))]
[JsonSerializable(typeof(Modal))]
[JsonSerializable(typeof(RecipientBody))]
[JsonSerializable(typeof(BulkDeleteBody))]
[JsonSerializable(typeof(ThreadCreate))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Component))]
[JsonSerializable(typeof(ActionRow))]
[JsonSerializable(typeof(Button))]
[JsonSerializable(typeof(StringSelect))]
[JsonSerializable(typeof(TextInput))]
[JsonSerializable(typeof(UserSelect))]
[JsonSerializable(typeof(RoleSelect))]
[JsonSerializable(typeof(MentionableSelect))]
[JsonSerializable(typeof(ChannelSelect))]
[JsonSerializable(typeof(Section))]
[JsonSerializable(typeof(TextDisplay))]
[JsonSerializable(typeof(Thumbnail))]
[JsonSerializable(typeof(MediaGallery))]
[JsonSerializable(typeof(FileDisplay))]
[JsonSerializable(typeof(Separator))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(Label))]
[JsonSerializable(typeof(FileUpload))]
[JsonSerializable(typeof(RadioGroup))]
[JsonSerializable(typeof(CheckboxGroup))]
[JsonSerializable(typeof(Checkbox))]
[JsonSerializable(typeof(GatewayPayload))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Outgoing<Identify>))]
[JsonSerializable(typeof(Outgoing<Resume>))]
[JsonSerializable(typeof(Outgoing<PresenceUpdate>))]
[JsonSerializable(typeof(Outgoing<GuildMembersRequest>))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(MessageDeleted))]
[JsonSerializable(typeof(MessagesDeleted))]
[JsonSerializable(typeof(RoleChanged))]
[JsonSerializable(typeof(RoleDeleted))]
[JsonSerializable(typeof(MemberUpdated))]
[JsonSerializable(typeof(ThreadList))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>
    /// The one to use: snake_case, nulls left out, and Chinese written as it is, which keeps bodies small.
    /// </summary>
    public static DiscordJson Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
