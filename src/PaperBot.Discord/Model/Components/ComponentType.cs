namespace PaperBot.Discord;

/// <summary>The kind of a component.</summary>
/// <remarks>
/// <see href="https://docs.discord.com/developers/components/reference#component-object-component-types"/>
/// </remarks>
public enum ComponentType
{
    /// <summary>A row of buttons or one menu.</summary>
    ActionRow = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A menu of the app's values.</summary>
    StringSelect = 3,

    /// <summary>A field of a form.</summary>
    TextInput = 4,

    /// <summary>A menu of people.</summary>
    UserSelect = 5,

    /// <summary>A menu of roles.</summary>
    RoleSelect = 6,

    /// <summary>A menu of people and roles.</summary>
    MentionableSelect = 7,

    /// <summary>A menu of channels.</summary>
    ChannelSelect = 8,

    /// <summary>Text with something beside it.</summary>
    Section = 9,

    /// <summary>Markdown.</summary>
    TextDisplay = 10,

    /// <summary>A small picture.</summary>
    Thumbnail = 11,

    /// <summary>Pictures.</summary>
    MediaGallery = 12,

    /// <summary>A file.</summary>
    File = 13,

    /// <summary>A gap or a line.</summary>
    Separator = 14,

    /// <summary>A frame with a coloured bar.</summary>
    Container = 17,

    /// <summary>A form's input with its caption.</summary>
    Label = 18,

    /// <summary>A form's file input.</summary>
    FileUpload = 19,

    /// <summary>A form's choice of one.</summary>
    RadioGroup = 21,

    /// <summary>A form's choice of several.</summary>
    CheckboxGroup = 22,

    /// <summary>A form's yes or no.</summary>
    Checkbox = 23,
}
