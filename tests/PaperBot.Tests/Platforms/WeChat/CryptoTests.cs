using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaperBot.Platforms.WeChat.Crypto;
using PaperBot.Platforms.WeChat.Official;
using PaperBot.Testing;

namespace PaperBot.Tests.Platforms.WeChat;

public sealed class CryptoTests
{
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string Receiver = "wx1234567890abcdef";
    private static readonly byte[] Salt = Encoding.ASCII.GetBytes("0123456789abcdef");

    [Fact]
    public void Published_vectors_verify_and_decrypt()
    {
        using var vectors = Vectors();
        var seen = 0;
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var kind = vector.GetProperty("kind").GetString();
            if (kind == "plain-signature")
            {
                var parts = vector.GetProperty("parts").EnumerateArray().Select(p => p.GetString()!).ToArray();
                CallbackSignature.Of(parts).ShouldBe(vector.GetProperty("expected_signature").GetString());
                seen++;
                continue;
            }
            var encrypted = Text(vector, kind == "verify-url" ? "echostr" : "encrypt");
            CallbackSignature
                .Verify(
                    Text(vector, "msg_signature"),
                    Text(vector, "token"),
                    Text(vector, "timestamp"),
                    Text(vector, "nonce"),
                    encrypted
                )
                .ShouldBeTrue(Text(vector, "name"));
            var cipher = new MessageCipher(Text(vector, "encodingAESKey"), Text(vector, "receiver"));
            cipher.TryDecrypt(encrypted, out var plain).ShouldBeTrue(Text(vector, "name"));
            plain.ShouldBe(Text(vector, "expected_plain"));
            seen++;
        }
        seen.ShouldBe(vectors.RootElement.GetArrayLength());
    }

    [Fact]
    public void A_vectors_body_yields_its_encrypted_text()
    {
        using var vectors = Vectors();
        var vector = vectors.RootElement.EnumerateArray().First(v => v.TryGetProperty("post_data", out _));

        CallbackXml.TryRead(Text(vector, "post_data"), out var fields).ShouldBeTrue();

        fields["Encrypt"].ShouldBe(Text(vector, "encrypt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("你好，世界 😀")]
    public void What_is_encrypted_is_decrypted(string message)
    {
        var cipher = new MessageCipher(Key, Receiver);

        cipher.TryDecrypt(cipher.Encrypt(message, Salt), out var plain).ShouldBeTrue();

        plain.ShouldBe(message);
    }

    [Fact]
    public void Every_length_of_a_block_is_padded_and_read_back()
    {
        var cipher = new MessageCipher(Key, Receiver);

        foreach (var length in Enumerable.Range(0, 70))
        {
            var message = new string('x', length);
            cipher.TryDecrypt(cipher.Encrypt(message, Salt), out var plain).ShouldBeTrue();
            plain.ShouldBe(message);
        }
    }

    [Fact]
    public void Another_receivers_message_is_refused() =>
        new MessageCipher(Key, "wxother")
            .TryDecrypt(new MessageCipher(Key, Receiver).Encrypt("hello", Salt), out _)
            .ShouldBeFalse();

    [Fact]
    public void Every_wrong_padding_is_refused()
    {
        var cipher = new MessageCipher(Key, Receiver);
        var length = 16 + 4 + 5 + Receiver.Length;
        var right = 32 - length % 32;

        foreach (var padding in Enumerable.Range(0, 256).Where(p => p != right))
            cipher.TryDecrypt(Raw("hello", 5, (byte)padding, right), out _).ShouldBeFalse($"padding {padding}");
        cipher.TryDecrypt(Raw("hello", 5, (byte)right, right), out _).ShouldBeTrue();
    }

    [Fact]
    public void A_padding_whose_bytes_differ_is_refused()
    {
        var plain = Plain("hello", 5, 1, 32 - (16 + 4 + 5 + Receiver.Length) % 32);
        plain[^1] = 2;

        new MessageCipher(Key, Receiver).TryDecrypt(Sealed(plain), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(6)]
    [InlineData(1_000_000)]
    [InlineData(int.MaxValue)]
    public void A_length_that_is_not_the_messages_is_refused(int length)
    {
        var padding = 32 - (16 + 4 + 5 + Receiver.Length) % 32;

        new MessageCipher(Key, Receiver)
            .TryDecrypt(Raw("hello", length, (byte)padding, padding), out _)
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!!!!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void What_is_no_envelope_is_refused(string? text) =>
        new MessageCipher(Key, Receiver).TryDecrypt(text, out _).ShouldBeFalse();

    [Fact]
    public void An_envelope_is_opened_up_to_the_limit()
    {
        var cipher = new MessageCipher(Key, Receiver);
        // 196,576 bytes of plain text make 262,104 characters, the last multiple of 32 bytes below the limit.
        var longest = new string('x', MessageCipher.LongestText / 4 * 3 / 32 * 32 - 20 - Receiver.Length - 1);

        cipher.TryDecrypt(cipher.Encrypt(longest, Salt), out _).ShouldBeTrue();
        cipher.TryDecrypt(cipher.Encrypt(longest + new string('x', 32), Salt), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF ", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF-", false)]
    [InlineData(null, false)]
    public void A_key_has_forty_three_characters_of_base64(string? key, bool right) =>
        MessageCipher.IsKey(key).ShouldBe(right);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89e")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89")]
    [InlineData("a9993e364706816aba3e25717850c26c9cd0d89d0")]
    public void A_wrong_signature_is_refused(string? signature) =>
        CallbackSignature.Verify(signature, "c", "a", "b").ShouldBeFalse();

    [Fact]
    public void A_right_signature_is_taken_whatever_the_order_and_case() =>
        CallbackSignature.Verify("A9993E364706816ABA3E25717850C26C9CD0D89D", "c", "a", "b").ShouldBeTrue();

    private static string Raw(string message, int length, byte padding, int count) =>
        Sealed(Plain(message, length, padding, count));

    private static byte[] Plain(string message, int length, byte padding, int count) =>
        [
            .. Salt,
            (byte)(length >> 24),
            (byte)(length >> 16),
            (byte)(length >> 8),
            (byte)length,
            .. Encoding.UTF8.GetBytes(message + Receiver),
            .. Enumerable.Repeat(padding, count),
        ];

    private static string Sealed(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(Key + "=");
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    private static JsonDocument Vectors() =>
        JsonDocument.Parse(File.ReadAllText(TestData.Require("07-wechat", "crypto-vectors.json")));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
