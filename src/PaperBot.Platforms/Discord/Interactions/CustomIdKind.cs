namespace PaperBot.Platforms.Discord.Interactions;

/// <summary>What a button or a form does; the letter stands in the custom id.</summary>
internal enum CustomIdKind
{
    /// <summary>Runs a line; the answer is a message of its own.</summary>
    Run = 'n',

    /// <summary>Runs a line; the answer takes the message's place.</summary>
    Replace = 'r',

    /// <summary>Shows another page of the reply.</summary>
    Page = 'p',

    /// <summary>Deletes the message.</summary>
    Delete = 'd',

    /// <summary>A form whose value goes into the line.</summary>
    Form = 'f',
}
