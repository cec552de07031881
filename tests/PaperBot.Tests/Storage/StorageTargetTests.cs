using PaperBot.Storage.Configuration;

namespace PaperBot.Tests.Storage;

public sealed class StorageTargetTests
{
    [Theory]
    [InlineData(null, "kept/paperbot.db")]
    [InlineData("  ", "kept/paperbot.db")]
    [InlineData("bot.db", "bot.db")]
    [InlineData("/var/lib/bot.db", "/var/lib/bot.db")]
    [InlineData("Data Source=a b.db", "a b.db")]
    [InlineData("DataSource=/x/a=b.db;Mode=ReadWriteCreate", "/x/a=b.db")]
    public void A_file_is_SQLite(string? connectionString, string file)
    {
        var target = Read(connectionString);

        target.File.ShouldBe(Path.GetFullPath(file));
        target.Postgres.ShouldBeNull();
    }

    [Theory]
    [InlineData("Host=db;Username=bot;Password=p;Database=papers", "Host=db;Username=bot;Password=p;Database=papers")]
    [InlineData("Server=db;User Id=bot", "Host=db;Username=bot")]
    [InlineData(
        "postgres://bot:p%40ss%3Bw@db:5433/papers",
        "Host=db;Port=5433;Username=bot;Password=\"p@ss;w\";Database=papers"
    )]
    [InlineData("postgresql://db/papers?sslmode=verify-full", "Host=db;Database=papers;SSL Mode=VerifyFull")]
    public void A_host_is_PostgreSQL(string connectionString, string expected)
    {
        var target = Read(connectionString);

        target.File.ShouldBeNull();
        target.Postgres.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Password=secret")]
    [InlineData("mysql://secret@host/db")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Host=db;Nonsense=secret")]
    [InlineData("postgres:///secret")]
    [InlineData("Data Source=")]
    public void Anything_else_is_refused_by_a_sentence_that_names_the_key_and_no_secret(string connectionString)
    {
        var sentence = Check(new StorageOptions { ConnectionString = connectionString }).ShouldHaveSingleItem();

        sentence.ShouldStartWith("Storage:ConnectionString ");
        sentence.ShouldNotContain("secret");
    }

    [Fact]
    public void Other_mistakes_are_told_by_their_keys()
    {
        var options = new StorageOptions { Directory = " ", RetryFor = TimeSpan.FromHours(1) };
        options.Keep.Requests = TimeSpan.Zero;
        options.Keep.WebMessages = TimeSpan.FromDays(100_000);

        Check(options)
            .Select(sentence => sentence.Split(' ')[0])
            .ShouldBe(["Storage:Directory", "Storage:RetryFor", "Storage:Keep:Requests", "Storage:Keep:WebMessages"]);
        Check(new StorageOptions()).ShouldBeEmpty();
    }

    private static StorageTarget Read(string? connectionString) =>
        StorageTarget.Of(new StorageOptions { ConnectionString = connectionString, Directory = "kept" });

    private static IEnumerable<string> Check(StorageOptions options) =>
        new StorageOptionsCheck().Validate(null, options).Failures ?? [];
}
