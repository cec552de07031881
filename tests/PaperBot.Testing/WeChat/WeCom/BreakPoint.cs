namespace PaperBot.Testing.WeChat.WeCom;

/// <summary>Where a connection breaks.</summary>
public enum BreakPoint
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Before the frame was taken.</summary>
    Before,

    /// <summary>After the frame was taken, before it was acknowledged.</summary>
    After,
}
