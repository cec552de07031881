using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PaperBot.Discord.Json;

/// <summary>
/// Chooses a component's class by its <c>type</c>; types that are not known here are kept as they came.
/// </summary>
internal sealed class ComponentConverter : JsonConverter<Component>
{
    public override Component Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = (ComponentType)TypeOf(reader);
        if (Class(type) is not { } known)
            return new UnknownComponent(JsonElement.ParseValue(ref reader));
        return (Component)JsonSerializer.Deserialize(ref reader, Info(options, known))!;
    }

    public override void Write(Utf8JsonWriter writer, Component value, JsonSerializerOptions options)
    {
        if (value is UnknownComponent unknown)
            unknown.Json.WriteTo(writer);
        else
            JsonSerializer.Serialize(writer, value, Info(options, value.GetType()));
    }

    private static JsonTypeInfo Info(JsonSerializerOptions options, Type type) => options.GetTypeInfo(type);

    private static Type? Class(ComponentType type) =>
        type switch
        {
            ComponentType.ActionRow => typeof(ActionRow),
            ComponentType.Button => typeof(Button),
            ComponentType.StringSelect => typeof(StringSelect),
            ComponentType.TextInput => typeof(TextInput),
            ComponentType.UserSelect => typeof(UserSelect),
            ComponentType.RoleSelect => typeof(RoleSelect),
            ComponentType.MentionableSelect => typeof(MentionableSelect),
            ComponentType.ChannelSelect => typeof(ChannelSelect),
            ComponentType.Section => typeof(Section),
            ComponentType.TextDisplay => typeof(TextDisplay),
            ComponentType.Thumbnail => typeof(Thumbnail),
            ComponentType.MediaGallery => typeof(MediaGallery),
            ComponentType.File => typeof(FileDisplay),
            ComponentType.Separator => typeof(Separator),
            ComponentType.Container => typeof(Container),
            ComponentType.Label => typeof(Label),
            ComponentType.FileUpload => typeof(FileUpload),
            ComponentType.RadioGroup => typeof(RadioGroup),
            ComponentType.CheckboxGroup => typeof(CheckboxGroup),
            ComponentType.Checkbox => typeof(Checkbox),
            _ => null,
        };

    /// <summary>Looks ahead on a copy of the reader, because <c>type</c> may stand anywhere in the object.</summary>
    private static int TypeOf(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A component was expected.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (found && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var type))
                return type;
            reader.Skip();
        }

        return 0;
    }
}
