using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>A notice with the order it tells of.</summary>
internal sealed record NoticeView(Order Order, StoredNotice Notice);
