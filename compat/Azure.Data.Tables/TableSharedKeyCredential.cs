using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>An account's name and one of its keys.</summary>
public class TableSharedKeyCredential
{
    private byte[] key;

    /// <param name="accountName">The storage account.</param>
    /// <param name="accountKey">Base64; anything else is a <see cref="FormatException"/>.</param>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountName);
        ArgumentNullException.ThrowIfNull(accountKey);
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    public string AccountName { get; }

    /// <summary>Takes another key, also for clients that already use this credential.</summary>
    public void SetAccountKey(string accountKey)
        => Volatile.Write(ref key, Convert.FromBase64String(accountKey));

    internal string Sign(string text)
        => Convert.ToBase64String(
            HMACSHA256.HashData(Volatile.Read(ref key), Encoding.UTF8.GetBytes(text)));
}
