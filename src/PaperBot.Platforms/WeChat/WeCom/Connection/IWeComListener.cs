namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>Takes what people do; it returns at once.</summary>
internal interface IWeComListener
{
    void Take(WeComFrame frame);
}
