using System.Net;

namespace PayFunctions.Channels.Alipay;

/// <summary>What came over the wire, not verified.</summary>
internal readonly record struct AlipayHttpAnswer(HttpStatusCode Status, byte[] Body);
