using System.Runtime.CompilerServices;
using System.Text;

namespace PaperBot.Discord.Rest;

/// <summary>
/// Writes a path from <c>$"channels/{channel}/messages"</c> and notices on the way its template, its top-level resource
/// and whether it carries a token. See <see href="https://docs.discord.com/developers/topics/rate-limits"/>.
/// </summary>
[InterpolatedStringHandler]
internal ref struct RoutePath(int literalLength, int formattedCount)
{
    private readonly StringBuilder _template = new(literalLength + (2 * formattedCount));
    private readonly StringBuilder _path = new(literalLength + (20 * formattedCount));
    private string _lastLiteral = "";
    private string _topLevel = "";
    private bool _byToken;

    public void AppendLiteral(string value)
    {
        _template.Append(value);
        _path.Append(value);
        _lastLiteral = value;
    }

    public void AppendFormatted(Snowflake id)
    {
        if (_topLevel.Length == 0 && _lastLiteral is "channels/" or "guilds/" or "webhooks/" or "interactions/")
            _topLevel = id.ToString();
        Append(id.ToString());
    }

    /// <summary>A text in a path is the token of an interaction or a webhook.</summary>
    public void AppendFormatted(string token)
    {
        _topLevel = $"{_topLevel}/{token}";
        _byToken = true;
        Append(Uri.EscapeDataString(token));
    }

    public readonly Route Build(HttpMethod method) =>
        new(method, _template.ToString(), _path.ToString(), _topLevel, _byToken);

    private readonly void Append(string value)
    {
        _template.Append("{}");
        _path.Append(value);
    }
}
