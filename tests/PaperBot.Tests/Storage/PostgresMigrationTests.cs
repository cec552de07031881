namespace PaperBot.Tests.Storage;

public sealed class PostgresMigrationTests(PostgresHome home) : MigrationTests, IClassFixture<PostgresHome>
{
    protected override StorageHome Home => home;

    protected override string Engine => "postgres";

    protected override string Schema =>
        """
            SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable) FROM information_schema.columns
            WHERE table_schema = 'public'
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            ORDER BY 1
            """;

    protected override async Task LoadAsync(string file)
    {
        await home.SqlAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        await home.SqlAsync(await File.ReadAllTextAsync(file, Token));
    }
}
