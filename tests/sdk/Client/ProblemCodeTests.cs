using System.Reflection;

namespace PayFunctions.Tests.Sdk.Client;

public class ProblemCodeTests
{
    private static readonly string[] Words = [.. typeof(PayProblemCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> OfTheGateway
        => [.. Words.Where(word => !word.StartsWith("SDK_", StringComparison.Ordinal))];

    /// <summary>The SDK shares no code with the gateway; the words are in its text.</summary>
    [Theory]
    [MemberData(nameof(OfTheGateway))]
    public void A_code_of_the_gateways_is_one_that_the_gateway_says(string word)
        => File.ReadAllText(RepositoryRoot.Of("functions", "MerchantApi", "ApiErrorMap.cs"))
            .ShouldContain($"\"{word}\"");

    [Fact]
    public void No_code_means_two_things() => Words.ShouldBeUnique();
}
