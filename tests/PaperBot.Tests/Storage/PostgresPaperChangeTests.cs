namespace PaperBot.Tests.Storage;

public sealed class PostgresPaperChangeTests(PostgresHome home) : PaperChangeTests, IClassFixture<PostgresHome>
{
    protected override StorageHome Home => home;
}
