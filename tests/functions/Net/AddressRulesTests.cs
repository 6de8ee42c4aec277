using System.Net;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("47.96.10.20")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2400:3200::1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2001:200::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2003::1")]
    [InlineData("2400:3200::5efe:808:808")]
    public void An_address_of_the_internet_is_public(string address)
    {
        Verdict(address).ShouldBe(AddressVerdict.Public);
    }

    [Theory]
    [InlineData("0.0.0.0", AddressVerdict.Unspecified)]
    [InlineData("0.255.255.255", AddressVerdict.Unspecified)]
    [InlineData("10.0.0.0", AddressVerdict.Private)]
    [InlineData("10.255.255.255", AddressVerdict.Private)]
    [InlineData("100.64.0.0", AddressVerdict.CarrierNat)]
    [InlineData("100.127.255.255", AddressVerdict.CarrierNat)]
    [InlineData("127.0.0.1", AddressVerdict.Loopback)]
    [InlineData("127.255.255.255", AddressVerdict.Loopback)]
    [InlineData("168.63.129.16", AddressVerdict.CloudPlatform)]
    [InlineData("169.254.0.0", AddressVerdict.LinkLocal)]
    [InlineData("169.254.169.254", AddressVerdict.CloudPlatform)]
    [InlineData("169.254.255.255", AddressVerdict.LinkLocal)]
    [InlineData("172.16.0.0", AddressVerdict.Private)]
    [InlineData("172.31.255.255", AddressVerdict.Private)]
    [InlineData("192.0.0.0", AddressVerdict.ProtocolAssignment)]
    [InlineData("192.0.0.170", AddressVerdict.ProtocolAssignment)]
    [InlineData("192.0.2.1", AddressVerdict.Documentation)]
    [InlineData("192.88.99.1", AddressVerdict.Reserved)]
    [InlineData("192.168.0.1", AddressVerdict.Private)]
    [InlineData("192.168.255.255", AddressVerdict.Private)]
    [InlineData("198.18.0.0", AddressVerdict.Benchmarking)]
    [InlineData("198.19.255.255", AddressVerdict.Benchmarking)]
    [InlineData("198.51.100.7", AddressVerdict.Documentation)]
    [InlineData("203.0.113.255", AddressVerdict.Documentation)]
    [InlineData("224.0.0.1", AddressVerdict.Multicast)]
    [InlineData("239.255.255.255", AddressVerdict.Multicast)]
    [InlineData("240.0.0.1", AddressVerdict.Reserved)]
    [InlineData("255.255.255.254", AddressVerdict.Reserved)]
    [InlineData("255.255.255.255", AddressVerdict.Broadcast)]
    [InlineData("::", AddressVerdict.Unspecified)]
    [InlineData("::1", AddressVerdict.Loopback)]
    [InlineData("::7f00:1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("::8.8.8.8", AddressVerdict.Ipv4InIpv6)]
    [InlineData("::ffff:127.0.0.1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("::ffff:8.8.8.8", AddressVerdict.Ipv4InIpv6)]
    [InlineData("::ffff:a9fe:a9fe", AddressVerdict.Ipv4InIpv6)]
    [InlineData("::ffff:0:10.0.0.1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("64:ff9b::10.0.0.1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("64:ff9b::8.8.8.8", AddressVerdict.Ipv4InIpv6)]
    [InlineData("64:ff9b:1:a00:0:100::", AddressVerdict.Ipv4InIpv6)]
    [InlineData("64:ff9b:1:ffff:ffff:ffff:ffff:ffff", AddressVerdict.Ipv4InIpv6)]
    [InlineData("100::1", AddressVerdict.DiscardOnly)]
    [InlineData("100:0:0:1::1", AddressVerdict.Reserved)]
    [InlineData("2001::1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2", AddressVerdict.Ipv4InIpv6)]
    [InlineData("2001:2::1", AddressVerdict.Benchmarking)]
    [InlineData("2001:10::1", AddressVerdict.ProtocolAssignment)]
    [InlineData("2001:1ff:ffff::1", AddressVerdict.ProtocolAssignment)]
    [InlineData("2001:db8::1", AddressVerdict.Documentation)]
    [InlineData("2002:7f00:1::", AddressVerdict.Ipv4InIpv6)]
    [InlineData("2002:808:808::1", AddressVerdict.Ipv4InIpv6)]
    [InlineData("3fff:0fff::1", AddressVerdict.Documentation)]
    [InlineData("4000::1", AddressVerdict.Reserved)]
    [InlineData("5f00::1", AddressVerdict.Reserved)]
    [InlineData("e000::1", AddressVerdict.Reserved)]
    [InlineData("fc00::1", AddressVerdict.Private)]
    [InlineData("fd00:ec2::254", AddressVerdict.Private)]
    [InlineData("fe80::1", AddressVerdict.LinkLocal)]
    [InlineData("febf::1", AddressVerdict.LinkLocal)]
    [InlineData("fec0::1", AddressVerdict.Private)]
    [InlineData("feff::1", AddressVerdict.Private)]
    [InlineData("ff02::1", AddressVerdict.Multicast)]
    [InlineData("2400:3200::5efe:10.0.0.1", AddressVerdict.EmbedsRefused)]
    [InlineData("2400:3200::200:5efe:127.0.0.1", AddressVerdict.EmbedsRefused)]
    [InlineData("2400:3200::1%3", AddressVerdict.Unusable)]
    public void An_address_of_special_use_is_refused_by_its_kind(
        string address, object expected)
    {
        var verdict = Verdict(address);

        verdict.ShouldBe(expected);
        verdict.MayBeCalled().ShouldBeFalse();
    }

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.2.3", AddressVerdict.Allowed)]
    [InlineData("10.1.0.0/16", "10.2.0.0", AddressVerdict.Private)]
    [InlineData("10.1.0.0/16", "::ffff:10.1.2.3", AddressVerdict.Ipv4InIpv6)]
    [InlineData("127.0.0.0/8", "127.9.9.9", AddressVerdict.Allowed)]
    [InlineData("127.0.0.1/32", "127.0.0.1", AddressVerdict.Allowed)]
    [InlineData("127.0.0.1/32", "127.0.0.0", AddressVerdict.Loopback)]
    [InlineData("192.168.4.0/22", "192.168.7.255", AddressVerdict.Allowed)]
    [InlineData("192.168.4.0/22", "192.168.8.0", AddressVerdict.Private)]
    [InlineData("127.0.0.0/8", "::1", AddressVerdict.Loopback)]
    [InlineData("fc00::/7", "fd12::1", AddressVerdict.Allowed)]
    [InlineData("8.8.8.0/24", "8.8.8.8", AddressVerdict.Public)]
    [InlineData("169.254.0.0/16", "169.254.1.1", AddressVerdict.Allowed)]
    [InlineData("169.254.0.0/16", "169.254.169.254", AddressVerdict.CloudPlatform)]
    [InlineData("168.63.129.0/24", "168.63.129.16", AddressVerdict.CloudPlatform)]
    [InlineData("64:ff9b::/96", "64:ff9b::8.8.8.8", AddressVerdict.Allowed)]
    [InlineData("64:ff9b::/96", "64:ff9b::10.0.0.1", AddressVerdict.EmbedsRefused)]
    [InlineData("64:ff9b:1::/48", "64:ff9b:1:808:8:800::", AddressVerdict.Allowed)]
    [InlineData("64:ff9b:1::/48", "64:ff9b:1:a00:0:100::", AddressVerdict.EmbedsRefused)]
    [InlineData("64:ff9b:1::/48", "64:ff9b:1::8.8.8.8", AddressVerdict.Allowed)]
    [InlineData("64:ff9b:1::/48", "64:ff9b:1::10.0.0.1", AddressVerdict.EmbedsRefused)]
    [InlineData("::ffff:0:0/96", "::ffff:8.8.8.8", AddressVerdict.Allowed)]
    [InlineData("::ffff:0:0/96", "::ffff:169.254.169.254", AddressVerdict.EmbedsRefused)]
    [InlineData("2002::/16", "2002:808:808::1", AddressVerdict.Allowed)]
    [InlineData("2002::/16", "2002:c0a8:1::1", AddressVerdict.EmbedsRefused)]
    [InlineData("2001::/32", "2001:0:808:808::f7f7:f7f7", AddressVerdict.Allowed)]
    [InlineData("2001::/32", "2001:0:808:808::f5ff:fffe", AddressVerdict.EmbedsRefused)]
    [InlineData("2001::/32", "2001:0:a00:1::f7f7:f7f7", AddressVerdict.EmbedsRefused)]
    public void A_list_opens_its_networks_and_nothing_beside_them(
        string list, string address, object expected)
    {
        var allowed = NetworkList.Parse([list]).ShouldNotBeNull();

        AddressRules.Check(IPAddress.Parse(address), allowed).ShouldBe(expected);
    }

    [Theory]
    [InlineData("10.0.0.0/7")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("fc00::/6")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0/16")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("fe80::%1/64")]
    [InlineData("2001:db8::/129")]
    [InlineData("shop.example.com")]
    [InlineData("")]
    public void A_list_that_is_too_wide_or_no_network_is_not_read(string list)
    {
        NetworkList.Parse([list]).ShouldBeNull();
    }

    [Fact]
    public void A_list_has_a_limit()
    {
        var full = Enumerable.Repeat("10.0.0.0/8", NetworkList.CountMax).ToArray();

        NetworkList.Parse(full).ShouldNotBeNull();
        NetworkList.Parse([.. full, "10.0.0.0/8"]).ShouldBeNull();
    }

    private static AddressVerdict Verdict(string address)
        => AddressRules.Check(IPAddress.Parse(address), NetworkList.None);
}
