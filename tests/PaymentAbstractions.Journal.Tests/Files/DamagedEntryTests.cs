using System.Text;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>An entry that cannot be read any more while the journal is open.</summary>
public sealed class DamagedEntryTests
{
    private const string Damaged = "damaged";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_left_out_of_the_list_of_what_is_in_doubt_and_reported()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        foreach (var key in new[] { "before", Damaged, "later" })
        {
            var intent = Hinted(key);
            await journal.PayAsync(intent, Some.Unknown(intent));
        }

        Damage(disk);
        var listed = await journal.GetUnresolvedAsync(new JournalQuery(), Token).ToListAsync(Token);

        Assert.Equal(
            ["before", "later"],
            listed.Select(entry => entry.Intent.IdempotencyKey.Value).Order(StringComparer.Ordinal)
        );
        Assert.Equal(JournalFailureKind.Damaged, journal.Health.LastFailure!.Kind);
        Assert.True(journal.Health.IsOpenForSends);
        Assert.Equal(3, (await journal.CountAsync(cancellationToken: Token)).Unknown);
    }

    [Fact]
    public async Task It_is_left_out_of_the_list_of_what_is_unpublished_and_reported()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        foreach (var key in new[] { "before", Damaged, "later" })
        {
            var begun = await journal.BeginAsync(Hinted(key), Token);
            await journal.CompleteAsync(begun.Entry!.Key, 1, Some.Approved(Hinted(key)), publish: true, Token);
        }

        Damage(disk);

        Assert.Equal(["before", "later"], (await journal.UnpublishedAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(JournalFailureKind.Damaged, journal.Health.LastFailure!.Kind);
    }

    [Fact]
    public async Task Its_key_and_its_order_stay_blocked_and_others_go_on()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Hinted(Damaged), Some.Unknown(Hinted(Damaged)));

        Damage(disk);
        var sameKey = await journal.BeginAsync(Hinted(Damaged), Token);
        var sameOrder = await journal.BeginAsync(Hinted(Damaged) with { IdempotencyKey = new("other") }, Token);
        var another = await journal.BeginAsync(Hinted("another"), Token);

        foreach (var blocked in new[] { sameKey, sameOrder })
        {
            Assert.Equal(JournalDecisionKind.NotRecorded, blocked.Kind);
            Assert.Equal(JournalFailureKind.Damaged, blocked.Failure!.Kind);
        }

        Assert.True(another.IsStarted);
    }

    // With hints, so that the entry is read from the disk each time.
    private static JournalIntent Hinted(string key) =>
        Some.Sale(key, "order-" + key) with
        {
            Hints = new RecoveryHints { TakenAt = Some.Now, KnownTransactionIds = ["known"] },
        };

    private static void Damage(RecordingDisk disk)
    {
        var path = Path.Combine(Journals.Folder, new SegmentName(1, 1, 0).File);
        var image = disk.Now();
        var content = image.Contents[image.Names[path]];
        var at = content.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(Damaged));
        disk.Open(path).Write(at, [(byte)(content[at] ^ 0x5A)]);
    }
}
