namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>The protocol's commands.</summary>
internal static class WeComCommands
{
    public const string Subscribe = "aibot_subscribe";
    public const string Ping = "ping";
    public const string Message = "aibot_msg_callback";
    public const string Event = "aibot_event_callback";
    public const string Respond = "aibot_respond_msg";
    public const string Welcome = "aibot_respond_welcome_msg";
    public const string Update = "aibot_respond_update_msg";
    public const string Send = "aibot_send_msg";
    public const string UploadBegin = "aibot_upload_media_init";
    public const string UploadPiece = "aibot_upload_media_chunk";
    public const string UploadEnd = "aibot_upload_media_finish";
}
