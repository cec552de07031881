using System.Security.Cryptography;
using PaperBot.Platforms.WeChat.Crypto;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

public sealed class FileCipherTests
{
    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1_000)]
    public void A_file_is_opened_with_its_key(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        FileCipher.TryDecrypt(Key, FileCipher.Encrypt(Key, content), out var opened).ShouldBeTrue();

        opened.ShouldBe(content);
        FileCipher.TryDecrypt(Key.TrimEnd('='), FileCipher.Encrypt(Key, content), out _).ShouldBeTrue();
    }

    [Fact]
    public void What_is_no_file_of_that_key_is_refused()
    {
        var sealed_ = FileCipher.Encrypt(Key, "content"u8);
        var other = Convert.ToBase64String(new byte[32]);

        FileCipher.TryDecrypt(null, sealed_, out _).ShouldBeFalse();
        FileCipher.TryDecrypt("short", sealed_, out _).ShouldBeFalse();
        FileCipher.TryDecrypt(Key, [], out _).ShouldBeFalse();
        FileCipher.TryDecrypt(Key, sealed_.AsSpan(1), out _).ShouldBeFalse();
        FileCipher.TryDecrypt(other, sealed_, out _).ShouldBeFalse();
    }
}
