using PaperBot.Testing.Storage;
using PaperBot.Tests;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(WatchedLogs))]
