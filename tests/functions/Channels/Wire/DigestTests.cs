using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class DigestTests
{
    // RFC 1321, appendix A.5.
    private const string OfAbc = "900150983cd24fb0d6963f7d28e17f72";

    [Fact]
    public void An_MD5_is_written_in_either_case()
    {
        Digest.Md5Lower("abc"u8).ShouldBe(OfAbc);
        Digest.Md5Upper("abc"u8).ShouldBe(OfAbc.ToUpperInvariant());
    }

    [Fact]
    public void An_MD5_is_recognised_in_either_case_and_in_nothing_else()
    {
        Digest.IsMd5("abc"u8, "900150983cd24fb0d6963f7d28e17f72"u8).ShouldBeTrue();
        Digest.IsMd5("abc"u8, "900150983CD24FB0D6963F7D28E17F72"u8).ShouldBeTrue();
        Digest.IsMd5("abd"u8, "900150983cd24fb0d6963f7d28e17f72"u8).ShouldBeFalse();
        Digest.IsMd5("abc"u8, "900150983cd24fb0d6963f7d28e17f73"u8).ShouldBeFalse();
        Digest.IsMd5("abc"u8, "900150983cd24fb0d6963f7d28e17f7"u8).ShouldBeFalse();
        Digest.IsMd5("abc"u8, "900150983cd24fb0d6963f7d28e17f720"u8).ShouldBeFalse();
        Digest.IsMd5("abc"u8, "900150983cd24fb0d6963f7d28e17f7g"u8).ShouldBeFalse();
        Digest.IsMd5("abc"u8, ""u8).ShouldBeFalse();
    }
}
