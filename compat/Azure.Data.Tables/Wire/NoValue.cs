namespace Azure.Data.Tables.Wire;

/// <summary>The answer that there is no such row.</summary>
internal sealed class NoValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no value.");

    public override Response GetRawResponse() => response;
}
