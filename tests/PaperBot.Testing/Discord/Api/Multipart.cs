using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperBot.Testing.Discord.Api;

/// <summary>
/// Reads <c>multipart/form-data</c> strictly: names in quotes, file names in UTF-8 as they are, as browsers and Discord's
/// documentation write them.
/// </summary>
internal static partial class Multipart
{
    public static (JsonNode? Json, Dictionary<int, UploadedFile> Files) Read(string contentType, byte[] body)
    {
        var boundary = Boundary().Match(contentType);
        if (!boundary.Success)
            throw Refused("no boundary");
        var marker = Encoding.ASCII.GetBytes("--" + (boundary.Groups[1].Value + boundary.Groups[2].Value));
        JsonNode? json = null;
        var files = new Dictionary<int, UploadedFile>();
        foreach (var (headers, content) in Parts(body, marker))
        {
            var disposition = Disposition().Match(headers);
            if (!disposition.Success)
                throw Refused("a part without a quoted name");
            var (name, file) = (disposition.Groups["name"].Value, disposition.Groups["file"]);
            if (name == "payload_json")
                json = JsonNode.Parse(content);
            else if (FileField().Match(name) is { Success: true } field && file.Success)
                files[int.Parse(field.Groups[1].Value, null)] = File(file.Value, headers, content);
            else
                throw Refused($"an unexpected part {name}");
        }

        return (json, files);
    }

    private static UploadedFile File(string name, string headers, byte[] content)
    {
        if (name.StartsWith("=?", StringComparison.Ordinal))
            throw Refused("a file name as an encoded word");
        var type = Type().Match(headers);
        var plain = name.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D%0A", "", StringComparison.Ordinal);
        return new UploadedFile(plain, type.Success ? type.Groups[1].Value.Trim() : "", content);
    }

    private static IEnumerable<(string Headers, byte[] Content)> Parts(byte[] body, byte[] marker)
    {
        var at = body.AsSpan().IndexOf(marker);
        while (at >= 0)
        {
            at += marker.Length;
            if (body.AsSpan(at).StartsWith("--"u8))
                yield break;
            at += 2;
            var blank = body.AsSpan(at).IndexOf("\r\n\r\n"u8);
            var next = body.AsSpan(at).IndexOf(marker);
            if (blank < 0 || next < blank)
                throw Refused("a part without an end");
            var headers = Encoding.UTF8.GetString(body, at, blank);
            yield return (headers, body[(at + blank + 4)..(at + next - 2)]);
            at += next;
        }
    }

    private static ApiException Refused(string why) =>
        new(400, 50109, $"The request body is no multipart form: {why}.");

    [GeneratedRegex("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", RegexOptions.None, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(
        "Content-Disposition: form-data; name=\"(?<name>[^\"]*)\"(; filename=\"(?<file>[^\"]*)\")?",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Disposition();

    [GeneratedRegex("^files\\[(\\d)\\]$", RegexOptions.None, 1000)]
    private static partial Regex FileField();

    [GeneratedRegex("Content-Type: ([^\\r\\n]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Type();
}
