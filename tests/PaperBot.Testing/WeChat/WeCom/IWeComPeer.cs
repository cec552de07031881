namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>The simulated WeCom's side of a connection.</summary>
public interface IWeComPeer
{
    /// <summary>Sends a text, in order; returns at once.</summary>
    void Send(string json);

    /// <summary>Ends the connection when what was sent has gone out.</summary>
    void Close();

    /// <summary>Ends the connection without a word.</summary>
    void Abort();
}
