namespace PaperBot.Testing.Discord.Gateway;

/// <summary>The bot's end of a gateway connection.</summary>
public interface ISimSocket
{
    void Send(string json);

    void Close(int code);

    /// <summary>Ends without a word, in the middle of a frame if there is one.</summary>
    void Abort(bool inFrame = false);
}
