using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace PaperBot.Testing.WeChat.Official;

/// <summary>The platform's side of signatures and safe mode, written from its description, apart from the bot's.</summary>
internal sealed class OfficialSeal(string encodingAesKey, string appId, string token)
{
    private const int Block = 32;

    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");

    public static string Sign(params string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platform's own scheme.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    public string Encrypt(string xml)
    {
        var body = Encoding.UTF8.GetBytes(xml);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. body, .. Encoding.UTF8.GetBytes(appId)];
        var padding = Block - (plain.Length % Block);
        plain = [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <summary>The text of an answer, plain or sealed.</summary>
    public static string Read(string answer, OfficialSeal? seal)
    {
        var root = XDocument.Parse(answer).Root!;
        if (seal is not null)
            root = XDocument.Parse(seal.Open(root)).Root!;
        return root.Element("Content")!.Value;
    }

    private string Open(XElement root)
    {
        var encrypted = root.Element("Encrypt")!.Value;
        var signature = Sign(token, root.Element("TimeStamp")!.Value, root.Element("Nonce")!.Value, encrypted);
        if (signature != root.Element("MsgSignature")!.Value)
            throw new InvalidOperationException("The answer's signature is wrong.");
        using var aes = Aes.Create();
        aes.Key = _key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), _key.AsSpan(0, 16), PaddingMode.None);
        var content = plain.AsSpan(0, plain.Length - plain[^1]);
        var length = BinaryPrimitives.ReadInt32BigEndian(content[16..]);
        return Encoding.UTF8.GetString(content.Slice(20, length));
    }
}
