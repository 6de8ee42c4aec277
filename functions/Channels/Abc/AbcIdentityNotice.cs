using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's notification that a person was checked, by whoever carries it. It names no number of
/// ours: what it says of the person is handed on to be compared.
/// </summary>
internal static class AbcIdentityNotice
{
    private const string Success = "0000";
    private const int TextMax = 60;

    private static readonly (string Field, string Member)[] Compared =
    [
        ("CertificateNo", Person.CertificateNo),
        ("BankCardNo", Person.CardNo),
        ("AccNo", Person.CardNo),
    ];

    /// <summary>Reads a notification for an account.</summary>
    public static IdentityReading Read(AbcAccount account, RawNotification notification)
    {
        if (AbcNoticeForm.TryRead(notification, out var xml) is { } envelope)
        {
            return new IdentityNotAccepted(envelope);
        }

        return AbcNoticeXml.TryRead(xml.Span, account.BankKey, out var fields) is { } refusal
            ? new IdentityNotAccepted(refusal)
            : Interpret(account, fields);
    }

    private static IdentityReading Interpret(AbcAccount account, FlatXml fields)
    {
        // The bank signs for every merchant with one key.
        if (fields.Find("MerchantID") is not { } merchant)
        {
            return new IdentityNotAccepted(NotificationRefusal.FieldInvalid);
        }

        if (!string.Equals(merchant, account.MerchantId, StringComparison.Ordinal))
        {
            return new IdentityNotAccepted(NotificationRefusal.SellerDiffers);
        }

        // What is about an order or money is about no person, whatever name it says.
        if (fields.Find("OrderNo") is { Length: > 0 } || fields.Find("Amount") is not null)
        {
            return new IdentityNotAccepted(NotificationRefusal.StatusUnknown);
        }

        return fields.Find("ReturnCode") switch
        {
            null => new IdentityNotAccepted(NotificationRefusal.FieldInvalid),
            Success => fields.Find("AccountName") is { Length: > 0 and <= TextMax } name
                ? new GenuineIdentity(name.Trim(), Said(fields))
                : new IdentityNotAccepted(NotificationRefusal.FieldInvalid),
            _ => new UninterestingIdentity("notified without success"),
        };
    }

    private static Dictionary<string, string> Said(FlatXml fields)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, member) in Compared)
        {
            if (fields.Find(field) is { Length: > 0 } text)
            {
                said[member] = text;
            }
        }

        return said;
    }
}
