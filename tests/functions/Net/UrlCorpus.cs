using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

/// <summary>URLs that reach for what a merchant should not reach, in the forms attackers use.
/// </summary>
public static class UrlCorpus
{
    /// <summary>Text.</summary>
    public static TheoryData<string, object> Texts => new()
    {
        { "https://shop.example.com/a\r\nX-Evil: 1", UrlVerdict.ControlCharacter },
        { "https://shop.example.com/\0", UrlVerdict.ControlCharacter },
        { "https://shop.example.com/\t", UrlVerdict.ControlCharacter },
        { "\u0001https://shop.example.com/", UrlVerdict.ControlCharacter },
        { "https://shop.example.com/\u007f", UrlVerdict.ControlCharacter },
        { "https://shop.example.com/\u0085", UrlVerdict.ControlCharacter },
        { " https://shop.example.com/", UrlVerdict.CharacterRefused },
        { "https://shop.example.com/a b", UrlVerdict.CharacterRefused },
        { "https://shop.example.com\\@127.0.0.1/", UrlVerdict.CharacterRefused },
        { "https:\\\\127.0.0.1\\", UrlVerdict.CharacterRefused },
        { "https://shop.example.com/{id}", UrlVerdict.CharacterRefused },
        { "https://shop.example.com/\"", UrlVerdict.CharacterRefused },
        { "https://shop.example.com/%", UrlVerdict.PercentMalformed },
        { "https://shop.example.com/%4", UrlVerdict.PercentMalformed },
        { "https://shop.example.com/%zz", UrlVerdict.PercentMalformed },
        { "https://shop.example.com/#part", UrlVerdict.HasFragment },
        { "https://shop.example.com#@127.0.0.1/", UrlVerdict.HasFragment },
    };

    /// <summary>Digits and dots of other scripts, which a lenient parser folds to ASCII.</summary>
    public static TheoryData<string, object> OtherScripts => new()
    {
        { "https://\uff11\uff12\uff17.0.0.1/", UrlVerdict.NotAscii },
        { "https://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/", UrlVerdict.NotAscii },
        { "https://127\u30020\u30020\u30021/", UrlVerdict.NotAscii },
        { "https://127\uff0e0\uff0e0\uff0e1/", UrlVerdict.NotAscii },
        { "https://\u217c\u2134calhost/", UrlVerdict.NotAscii },
        { "https://loc\u00adalhost/", UrlVerdict.NotAscii },
        { "https://127.0.0.1\u200b/", UrlVerdict.NotAscii },
        { "https://\u5546\u5e97.example/", UrlVerdict.NotAscii },
    };

    /// <summary>Not absolute, other schemes.</summary>
    public static TheoryData<string, object> Schemes => new()
    {
        { "/notify", UrlVerdict.NotAbsolute },
        { "//shop.example.com/notify", UrlVerdict.NotAbsolute },
        { "notify", UrlVerdict.NotAbsolute },
        { "shop.example.com/notify", UrlVerdict.NotAbsolute },
        { "?https://shop.example.com/", UrlVerdict.NotAbsolute },
        { "https:shop.example.com", UrlVerdict.NotAbsolute },
        { "https:/shop.example.com", UrlVerdict.NotAbsolute },
        { "://shop.example.com", UrlVerdict.NotAbsolute },
        { "http://shop.example.com/", UrlVerdict.HttpNotAllowed },
        { "HTTP://shop.example.com/", UrlVerdict.HttpNotAllowed },
        { "ftp://shop.example.com/", UrlVerdict.SchemeRefused },
        { "file:///etc/passwd", UrlVerdict.SchemeRefused },
        { "gopher://127.0.0.1:6379/_INFO", UrlVerdict.SchemeRefused },
        { "dict://127.0.0.1:11211/stat", UrlVerdict.SchemeRefused },
        { "ldap://127.0.0.1/", UrlVerdict.SchemeRefused },
        { "javascript:alert(1)", UrlVerdict.SchemeRefused },
        { "data:text/html,1", UrlVerdict.SchemeRefused },
        { "unix:/var/run/docker.sock", UrlVerdict.SchemeRefused },
        { "jar:https://shop.example.com!/", UrlVerdict.SchemeRefused },
        { "wss://shop.example.com/", UrlVerdict.SchemeRefused },
    };

    /// <summary>User information.</summary>
    public static TheoryData<string, object> UserInformation => new()
    {
        { "https://user@shop.example.com/", UrlVerdict.HasUserInfo },
        { "https://user:word@shop.example.com/", UrlVerdict.HasUserInfo },
        { "https://shop.example.com@127.0.0.1/", UrlVerdict.HasUserInfo },
        { "https://@shop.example.com/", UrlVerdict.HasUserInfo },
        { "https://shop.example.com:443@127.0.0.1/", UrlVerdict.HasUserInfo },
        { "https://a@b@127.0.0.1/", UrlVerdict.HasUserInfo },
    };

    /// <summary>Hosts that are no names.</summary>
    public static TheoryData<string, object> Hosts => new()
    {
        { "https:///notify", UrlVerdict.HostMissing },
        { "https://", UrlVerdict.HostMissing },
        { "https://?a=1", UrlVerdict.HostMissing },
        { "https://:443/", UrlVerdict.HostMissing },
        { "https://[]/", UrlVerdict.HostMissing },
        { "https://%31%32%37.0.0.1/", UrlVerdict.HostPercentEncoded },
        { "https://127.0.0.1%00.example.com/", UrlVerdict.HostPercentEncoded },
        { "https://shop.example.com%2f@127.0.0.1/", UrlVerdict.HasUserInfo },
        { "https://loc%61lhost/", UrlVerdict.HostPercentEncoded },
        { "https://[fe80::1%25eth0]/", UrlVerdict.HostZone },
        { "https://[fe80::1%eth0]/", UrlVerdict.PercentMalformed },
        { "https://[2400:3200::1%251]/", UrlVerdict.HostZone },
        { "https://shop..example.com/", UrlVerdict.HostMalformed },
        { "https://.example.com/", UrlVerdict.HostMalformed },
        { "https://-shop.example.com/", UrlVerdict.HostMalformed },
        { "https://shop-.example.com/", UrlVerdict.HostMalformed },
        { "https://shop_1.example.com/", UrlVerdict.HostMalformed },
        { "https://shop!.example.com/", UrlVerdict.HostMalformed },
        { "https://shop,127.0.0.1/", UrlVerdict.HostNumeric },
        { "https://a;b.example.com/", UrlVerdict.HostMalformed },
        { "https://[::1/", UrlVerdict.HostMalformed },
        { "https://::1/", UrlVerdict.HostMissing },
        { "https://2400:3200::1/", UrlVerdict.HostNumeric },
        { "https://[127.0.0.1]/", UrlVerdict.HostMalformed },
        { "https://[v1.a]/", UrlVerdict.HostMalformed },
        { "https://[::1]x/", UrlVerdict.HostMalformed },
        { "https://[shop.example.com]/", UrlVerdict.HostMalformed },
        { "https://[::1]:80:80/", UrlVerdict.AddressRefused },
        { $"https://{new string('a', 64)}.example/", UrlVerdict.HostMalformed },
        { "https://shop.example.com./", UrlVerdict.HostTrailingDot },
        { "https://127.0.0.1./", UrlVerdict.HostTrailingDot },
        { "https://localhost./", UrlVerdict.HostTrailingDot },
        { "https://./", UrlVerdict.HostTrailingDot },
    };

    /// <summary>IPv4 in every other form that resolvers read.</summary>
    public static TheoryData<string, object> Ipv4Forms => new()
    {
        { "https://2130706433/", UrlVerdict.HostNumeric },
        { "https://017700000001/", UrlVerdict.HostNumeric },
        { "https://0x7f000001/", UrlVerdict.HostNumeric },
        { "https://0X7F000001/", UrlVerdict.HostNumeric },
        { "https://0x7f.1/", UrlVerdict.HostNumeric },
        { "https://127.1/", UrlVerdict.HostNumeric },
        { "https://127.0.1/", UrlVerdict.HostNumeric },
        { "https://0177.0.0.1/", UrlVerdict.HostNumeric },
        { "https://0177.0x0.0.1/", UrlVerdict.HostNumeric },
        { "https://127.0.0.01/", UrlVerdict.HostNumeric },
        { "https://127.000.000.001/", UrlVerdict.HostNumeric },
        { "https://0x7f.0x0.0x0.0x1/", UrlVerdict.HostNumeric },
        { "https://0x/", UrlVerdict.HostNumeric },
        { "https://0/", UrlVerdict.HostNumeric },
        { "https://1/", UrlVerdict.HostNumeric },
        { "https://4294967295/", UrlVerdict.HostNumeric },
        { "https://256.256.256.256/", UrlVerdict.HostNumeric },
        { "https://383.0.0.1/", UrlVerdict.HostNumeric },
        { "https://127.0.0.1.1/", UrlVerdict.HostNumeric },
        { "https://shop.example.123/", UrlVerdict.HostNumeric },
        { "https://shop.0x7f/", UrlVerdict.HostNumeric },
        { "https://8.8.8/", UrlVerdict.HostNumeric },
        { "https://134744072/", UrlVerdict.HostNumeric },
    };

    /// <summary>Names of the machine itself, and names nothing public has.</summary>
    public static TheoryData<string, object> LocalNames => new()
    {
        { "https://localhost/", UrlVerdict.HostLocal },
        { "https://LOCALHOST:8443/", UrlVerdict.HostLocal },
        { "https://shop.localhost/", UrlVerdict.HostLocal },
        { "https://localhost.localdomain/", UrlVerdict.HostLocal },
        { "https://localhost6/", UrlVerdict.HostLocal },
        { "https://ip6-localhost/", UrlVerdict.HostLocal },
        { "https://intranet/", UrlVerdict.HostWithoutDot },
        { "https://metadata/", UrlVerdict.HostWithoutDot },
    };

    /// <summary>Ports.</summary>
    public static TheoryData<string, object> Ports => new()
    {
        { "https://shop.example.com:/", UrlVerdict.PortMalformed },
        { "https://shop.example.com:x/", UrlVerdict.PortMalformed },
        { "https://shop.example.com:0443/", UrlVerdict.PortMalformed },
        { "https://shop.example.com:+443/", UrlVerdict.PortMalformed },
        { "https://shop.example.com:-1/", UrlVerdict.PortMalformed },
        { "https://shop.example.com:443:80/", UrlVerdict.PortMalformed },
        { "https://shop.example.com:100000/", UrlVerdict.PortRefused },
        { "https://shop.example.com:4294967739/", UrlVerdict.PortRefused },
        { "https://shop.example.com:0/", UrlVerdict.PortRefused },
        { "https://shop.example.com:65536/", UrlVerdict.PortRefused },
        { "https://shop.example.com:22/", UrlVerdict.PortRefused },
        { "https://shop.example.com:25/", UrlVerdict.PortRefused },
        { "https://shop.example.com:6379/", UrlVerdict.PortRefused },
        { "https://shop.example.com:2375/", UrlVerdict.PortRefused },
    };

    /// <summary>A host that is an address, and what the address is.</summary>
    public static TheoryData<string, object> Addresses => new()
    {
        { "0.0.0.0", AddressVerdict.Unspecified },
        { "10.0.0.1", AddressVerdict.Private },
        { "100.100.100.200", AddressVerdict.CarrierNat },
        { "127.0.0.1", AddressVerdict.Loopback },
        { "127.127.127.127:8443", AddressVerdict.Loopback },
        { "168.63.129.16", AddressVerdict.CloudPlatform },
        { "169.254.169.254", AddressVerdict.CloudPlatform },
        { "169.254.170.2", AddressVerdict.LinkLocal },
        { "172.17.0.1", AddressVerdict.Private },
        { "192.168.1.1", AddressVerdict.Private },
        { "198.18.0.1", AddressVerdict.Benchmarking },
        { "203.0.113.1", AddressVerdict.Documentation },
        { "224.0.0.251", AddressVerdict.Multicast },
        { "255.255.255.255", AddressVerdict.Broadcast },
        { "[::]", AddressVerdict.Unspecified },
        { "[::1]", AddressVerdict.Loopback },
        { "[0:0:0:0:0:0:0:1]", AddressVerdict.Loopback },
        { "[0000:0000:0000:0000:0000:0000:0000:0001]:8443", AddressVerdict.Loopback },
        { "[::ffff:127.0.0.1]", AddressVerdict.Ipv4InIpv6 },
        { "[::FFFF:7F00:1]", AddressVerdict.Ipv4InIpv6 },
        { "[0:0:0:0:0:ffff:169.254.169.254]", AddressVerdict.Ipv4InIpv6 },
        { "[::127.0.0.1]", AddressVerdict.Ipv4InIpv6 },
        { "[64:ff9b::7f00:1]", AddressVerdict.Ipv4InIpv6 },
        { "[64:ff9b:1::10.0.0.1]", AddressVerdict.Ipv4InIpv6 },
        { "[2002:7f00:1::1]", AddressVerdict.Ipv4InIpv6 },
        { "[2001:0:7f00:1::]", AddressVerdict.Ipv4InIpv6 },
        { "[2400:3200::5efe:127.0.0.1]", AddressVerdict.EmbedsRefused },
        { "[fd00:ec2::254]", AddressVerdict.Private },
        { "[fe80::1]", AddressVerdict.LinkLocal },
        { "[ff02::1]", AddressVerdict.Multicast },
    };
}
