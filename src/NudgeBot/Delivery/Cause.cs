using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NudgeBot.Delivery;

/// <summary>
/// The schedule that messages follow from. Its messages have the same keys whenever it is run for the same instant, also where it was put off in
/// between, and on a database that was put back from a backup: so a platform's history tells what has gone out already.
/// </summary>
/// <param name="schedule">What fell due.</param>
internal sealed class Cause(Schedule schedule)
{
    private readonly DateTimeOffset meantAt = schedule.MeantAt ?? schedule.DueAt;

    private int count;

    /// <summary>Whether any message followed.</summary>
    public bool HasMessages => count > 0;

    /// <summary>Whether it may have been run before, so that its messages may be there.</summary>
    public bool MayHaveRun => schedule.MayHaveRun;

    /// <summary>The key of its next message: a UUID of version 7 (RFC 9562, 5.7) that tells the instant it fell due and the message's place, and its name's hash.</summary>
    public Guid NextId()
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{schedule.WorkspaceId}\n{schedule.Kind}\n{schedule.MemberId}\n{schedule.Subject}\n{meantAt.UtcTicks}\n{count}");
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, meantAt.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(key);
        BinaryPrimitives.WriteUInt16BigEndian(key[6..], (ushort)(0x7000 | (count++ & 0x0FFF)));
        key[8] = (byte)(0x80 | (key[8] & 0x3F));
        return new Guid(key, bigEndian: true);
    }
}
